/** R4.autoprovision: autoprovision goes with the scope shared. */
import { docs } from '../docs.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { withVolume } from './docker-volumes.ts'

export const autoprovision = defineRule({
  id: 'R4.autoprovision',
  severity: 'error',
  summary: {
    en: 'autoprovision goes with the scope shared.',
    ko: 'autoprovision은 shared 범위에서만 씁니다.',
  },
  why: {
    en: 'A volume of the scope task is made with the task and goes with it.',
    ko: 'task 범위의 볼륨은 태스크와 함께 만들어지고 사라집니다.',
  },
  docs: docs.dockerVolume,
  examples: {
    good: [withVolume({ scope: 'shared', autoprovision: true }), withVolume({ scope: 'task' })],
    bad: [withVolume({ scope: 'task', autoprovision: true }), withVolume({ autoprovision: false })],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ dockerVolumeConfiguration: docker }, index) => {
      if (docker?.autoprovision === undefined || docker.scope === 'shared') return []
      const path = ['volumes', index, 'dockerVolumeConfiguration', 'autoprovision']
      const text = {
        en: 'autoprovision only goes with scope “shared”.',
        ko: 'autoprovision은 scope “shared”에서만 쓸 수 있습니다.',
      }
      // The scope task makes the volume anyway.
      return [{ path, text, fix: removal(path, true) }]
    }),
})
