/** R2.external-mode: external instances take bridge, host and none, not awsvpc. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

const external = { requiresCompatibilities: ['EXTERNAL'] }

export const externalMode = defineRule({
  id: 'R2.external-mode',
  severity: 'error',
  summary: {
    en: 'External instances take bridge, host and none, not awsvpc.',
    ko: '외부 인스턴스는 bridge, host, none만 받고 awsvpc는 받지 않습니다.',
  },
  why: {
    en: 'An instance outside of AWS can have no elastic network interface.',
    ko: 'AWS 밖의 인스턴스에는 탄력적 네트워크 인터페이스를 붙일 수 없습니다.',
  },
  docs: docs.external,
  examples: {
    good: [onEc2({}, external)],
    bad: [onEc2({}, { ...external, networkMode: 'awsvpc' })],
  },
  find({ networkMode, requiresCompatibilities = [] }, { launchType }) {
    const isExternal = requiresCompatibilities.includes('EXTERNAL') || launchType === 'EXTERNAL'
    if (!isExternal || networkMode !== 'awsvpc') return []
    const text = {
      en: 'External instances cannot run a task with awsvpc.',
      ko: '외부 인스턴스는 awsvpc 태스크를 실행할 수 없습니다.',
    }
    return [{ path: ['networkMode'], text, fix: setting(['networkMode'], 'bridge', false) }]
  },
})
