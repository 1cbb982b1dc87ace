/** R4.at-launch: at most one volume is configured at launch. */
import { docs } from '../docs.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { withVolumes } from './volume-examples.ts'

export const oneAtLaunch = defineRule({
  id: 'R4.at-launch',
  severity: 'error',
  summary: {
    en: 'At most one volume is configured at launch.',
    ko: '시작 시 구성하는 볼륨은 최대 하나입니다.',
  },
  why: {
    en: 'A service or task attaches one EBS volume to a task.',
    ko: '서비스나 태스크는 태스크에 EBS 볼륨 하나를 연결합니다.',
  },
  docs: docs.volumesAtLaunch,
  examples: {
    good: [withVolumes({ name: 'a', configuredAtLaunch: true }, { name: 'b' })],
    bad: [withVolumes({ name: 'a', configuredAtLaunch: true }, { name: 'b', configuredAtLaunch: true })],
  },
  find: ({ volumes = [] }) =>
    volumes
      .flatMap(({ configuredAtLaunch }, index) => (configuredAtLaunch ? [index] : []))
      .slice(1)
      .map((index) => ({
        path: ['volumes', index, 'configuredAtLaunch'],
        text: {
          en: 'Another volume is configured at launch already.',
          ko: '시작 시 구성하는 볼륨이 이미 있습니다.',
        },
        fix: removal(['volumes', index, 'configuredAtLaunch'], false),
      })),
})
