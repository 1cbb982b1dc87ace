/** R10.drain: stopTimeout is longer than the target group’s deregistration delay. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { aTargetGroup, behindBalancer } from '../target-example.ts'

/** Seconds a container has to stop, if it does not say how many. */
const defaultStop = 30

export const drainTime = defineRule({
  id: 'R10.drain',
  severity: 'info',
  summary: {
    en: 'stopTimeout is longer than the target group’s deregistration delay.',
    ko: 'stopTimeout은 대상 그룹의 등록 취소 지연보다 깁니다.',
  },
  why: {
    en: 'AWS advises it, so that requests under way are finished, and the defaults (30 s and 300 s) do not follow it. A shorter delay also makes deployments quicker.',
    ko: '진행 중인 요청을 끝내기 위한 AWS 권장 사항이지만 기본값(30초와 300초)은 이를 따르지 않습니다. 지연을 줄이면 배포도 빨라집니다.',
  },
  docs: docs.loadBalancing,
  situations: {
    good: [
      behindBalancer(),
      behindBalancer({ targetGroups: [aTargetGroup({ deregistrationDelaySeconds: undefined })] }),
    ],
    bad: [behindBalancer({ targetGroups: [aTargetGroup({ deregistrationDelaySeconds: 300 })] })],
  },
  find: (definition, context) =>
    targetGroupsOf(context).flatMap(({ entry, group }) => {
      const part = containersOf(definition).find(({ container }) => container.name === entry.containerName)
      const delay = group.deregistrationDelaySeconds ?? 0
      const stop = part?.container.stopTimeout ?? defaultStop
      if (!part || stop > delay) return []
      const text = {
        en: 'Target group {group} lets targets finish for {delay, number} s, and container {container} is stopped after {stop, number}: set the delay below {stop, number}, or a longer stopTimeout.',
        ko: '대상 그룹 {group}은(는) 대상이 {delay, number}초 동안 마무리하게 하지만 {container} 컨테이너는 {stop, number}초 뒤 중지됩니다. 지연을 {stop, number}초보다 줄이거나 stopTimeout을 늘리세요.',
      }
      const values = { group: group.name, container: part.name, delay, stop }
      return [{ path: [...part.path, 'stopTimeout'], text, values }]
    }),
})
