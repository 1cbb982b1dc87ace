/** A claim that does not say its hostname and that no name of the zone explains: whoever knows the hostname types it. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { cutoverNames } from '../../../core/cutover/names.ts'
import { canonicalName, shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoverHref } from '../../../widgets/resource-link/href.ts'
import type { ListRow } from './cutover-rows.ts'

const words = {
  which: { en: 'Which hostname …', ko: '호스트 이름 확인 …' },
  title: { en: 'Which hostname is it?', ko: '어느 호스트 이름인가요?' },
  why: {
    en: 'The name of the claim {claim} is made from its hostname and does not show it, and no record of the zone has that name. Type the hostname to open its cutover.',
    ko: '클레임 이름 {claim}은(는) 호스트 이름에서 만들어지지만 호스트 이름을 보여 주지 않으며, 영역에 해당 이름의 레코드가 없습니다. 호스트 이름을 입력하면 전환을 엽니다.',
  },
  hostname: { en: 'Hostname', ko: '호스트 이름' },
  wrong: { en: 'This claim belongs to another hostname.', ko: '이 클레임은 다른 호스트 이름의 것입니다.' },
  open: { en: 'Open', ko: '열기' },
  cancel: { en: 'Cancel', ko: '취소' },
} satisfies Record<string, Text>

export function NameClaim({ row, region }: { row: ListRow; region: string }) {
  const say = useText()
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Box fontSize="body-s" color="text-body-secondary">
        <span style={{ overflowWrap: 'anywhere' }}>{shownName(row.claimName)}</span>
      </Box>
      <Button variant="inline-link" onClick={() => setAsks(true)}>
        {say(words.which)}
      </Button>
      {asks && <NameDialog row={row} region={region} close={() => setAsks(false)} />}
    </>
  )
}

function NameDialog({ row, region, close }: { row: ListRow; region: string; close: () => void }) {
  const say = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const hostname = canonicalName(typed)
  const fits = hostname !== undefined && cutoverNames(hostname, row.zone.name).claim === row.claimName
  const open = (): void => {
    setTried(true)
    if (fits) void navigate({ href: cutoverHref(region, row.zone.id, shownName(hostname)) })
  }
  return (
    <Modal
      visible
      header={say(words.title)}
      closeAriaLabel={say(words.cancel)}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {say(words.cancel)}
            </Button>
            <Button variant="primary" onClick={open}>
              {say(words.open)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{say(words.why, { claim: shownName(row.claimName) })}</Box>
        <FormField label={say(words.hostname)} errorText={tried && !fits ? say(words.wrong) : undefined}>
          <Input
            value={typed}
            onChange={({ detail }) => {
              setTried(false)
              setTyped(detail.value)
            }}
            onKeyDown={({ detail }) => detail.key === 'Enter' && open()}
          />
        </FormField>
      </SpaceBetween>
    </Modal>
  )
}
