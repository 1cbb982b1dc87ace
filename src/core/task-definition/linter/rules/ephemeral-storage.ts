/** R0.ephemeral-storage: a task has 21 to 200 GiB, if it says how much. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { defineRule } from '../rule.ts'
import { outOfRange } from './range.ts'

export const ephemeralStorage = defineRule({
  id: 'R0.ephemeral-storage',
  severity: 'error',
  summary: {
    en: 'ephemeralStorage.sizeInGiB is between 21 and 200.',
    ko: 'ephemeralStorage.sizeInGiB는 21~200입니다.',
  },
  why: {
    en: 'Without the member a task has 20 GiB; AWS takes only more than that, up to 200.',
    ko: '지정하지 않으면 20GiB입니다. AWS는 그보다 크고 200 이하인 값만 받습니다.',
  },
  docs: docs.ephemeralStorage,
  examples: {
    good: [onFargate({}, { ephemeralStorage: { sizeInGiB: 21 } })],
    bad: [
      onFargate({}, { ephemeralStorage: { sizeInGiB: 20 } }),
      onFargate({}, { ephemeralStorage: { sizeInGiB: 500 } }),
    ],
  },
  find: ({ ephemeralStorage: { sizeInGiB } = {} }) =>
    outOfRange(['ephemeralStorage', 'sizeInGiB'], sizeInGiB, 21, 200),
})
