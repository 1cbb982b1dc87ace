/** The alarms that take a cutover back, chosen anew while it runs: whoever takes one over does not know those of the start. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AlarmPicker } from '../parts/AlarmPicker.tsx'

const words = {
  title: { en: 'Alarms that are watched', ko: '감시할 경보' },
  save: { en: 'Save', ko: '저장' },
  cancel: { en: 'Cancel', ko: '취소' },
  close: { en: 'Close', ko: '닫기' },
} satisfies Record<string, Text>

interface AlarmsDialogProps {
  session: CutoverSession
  /** Those that are watched so far. */
  names: readonly string[]
  onClose: () => void
}

export function AlarmsDialog({ session, names, onClose }: AlarmsDialogProps) {
  const say = useText()
  const [chosen, setChosen] = useState(names)
  return (
    <Modal
      visible
      header={say(words.title)}
      closeAriaLabel={say(words.close)}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {say(words.cancel)}
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                session.configure({ alarmNames: chosen })
                onClose()
              }}
            >
              {say(words.save)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <AlarmPicker names={chosen} onChoose={setChosen} />
    </Modal>
  )
}
