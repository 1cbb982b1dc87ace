/** R2.managed-mode: managed instances take awsvpc, host and none; bridge is not in AWS’s list. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

const managed = { requiresCompatibilities: ['MANAGED_INSTANCES'] }

export const managedMode = defineRule({
  id: 'R2.managed-mode',
  severity: 'warning',
  summary: {
    en: 'Managed instances take awsvpc, host and none; bridge is not in AWS’s list.',
    ko: '관리형 인스턴스는 awsvpc, host, none을 받습니다. bridge는 AWS 목록에 없습니다.',
  },
  why: {
    en: 'The API’s page names three modes and does not say that bridge is refused.',
    ko: 'API 문서는 세 가지 모드만 적고 bridge를 거부한다고는 하지 않습니다.',
  },
  docs: docs.managedInstances,
  examples: {
    good: [onEc2({}, { ...managed, networkMode: 'awsvpc' })],
    bad: [onEc2({}, managed)],
  },
  find({ networkMode, requiresCompatibilities = [] }, { launchType }) {
    const isManaged =
      requiresCompatibilities.includes('MANAGED_INSTANCES') || launchType === 'MANAGED_INSTANCES'
    if (!isManaged || networkMode !== 'bridge') return []
    const text = {
      en: 'AWS does not name bridge among the network modes of managed instances.',
      ko: 'AWS가 적은 관리형 인스턴스의 네트워크 모드에 bridge가 없습니다.',
    }
    return [{ path: ['networkMode'], text, fix: setting(['networkMode'], 'awsvpc', false) }]
  },
})
