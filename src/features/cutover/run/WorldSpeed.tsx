/** In a simulated AWS alone: how fast its time passes, where the waits are watched. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type PracticeControl, usePractice } from '../../../data/practice.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  speed: { en: 'Speed of the simulated time', ko: '모의 시간 속도' },
} satisfies Record<string, Text>

const speeds = [1, 60, 600]

export function WorldSpeed() {
  const control = usePractice()
  return control ? <Speed control={control} /> : null
}

function Speed({ control }: { control: PracticeControl }) {
  const say = useText()
  const queries = useQueryClient()
  const [, setChanges] = useState(0)
  return (
    <SegmentedControl
      label={say(words.speed)}
      selectedId={String(control.speed.get())}
      options={speeds.map((times) => ({ id: String(times), text: `${String(times)}×` }))}
      onChange={({ detail }) => {
        control.speed.set(Number(detail.selectedId))
        setChanges((count) => count + 1)
        void queries.invalidateQueries()
      }}
    />
  )
}
