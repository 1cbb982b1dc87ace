/** R0.essential: at least one container is essential. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

export const essential = defineRule({
  id: 'R0.essential',
  severity: 'error',
  summary: {
    en: 'At least one container is essential.',
    ko: '컨테이너 하나 이상이 필수여야 합니다.',
  },
  why: {
    en: 'A task stops when an essential container stops; without one it would have no end. A container is essential unless it says otherwise.',
    ko: '필수 컨테이너가 중지되면 태스크가 중지됩니다. 필수 컨테이너가 없으면 태스크의 끝이 정해지지 않습니다. 지정하지 않으면 필수입니다.',
  },
  docs: docs.container,
  examples: {
    good: [onEc2(), onEc2({ essential: true }, {}, { essential: false })],
    bad: [onEc2({ essential: false }), onEc2({ essential: false }, {}, {})],
  },
  find({ containerDefinitions: containers = [] }) {
    if (containers.length === 0 || containers.some(({ essential: is }) => is !== false)) return []
    const path = ['containerDefinitions', 0, 'essential']
    const text = {
      en: 'No container is essential: AWS asks for one at least.',
      ko: '필수 컨테이너가 없습니다. AWS는 하나 이상을 요구합니다.',
    }
    return [{ path, text, fix: setting(path, true, containers.length === 1) }]
  },
})
