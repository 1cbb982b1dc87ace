/** Deregisters or deletes revisions: says which stay and why, has the family typed, and tells what became of each. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useAbleRole } from '../../../widgets/role/use-able-role.ts'
import { RoleNotice } from '../../../widgets/role/RoleNotice.tsx'
import { retireCommands } from '../../../core/task-definition/commands.ts'
import { useAws } from '../../../data/session.ts'
import type { FamilyUsage } from '../../../data/task-definitions/usage.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { aboutDeploying, deployCapability } from '../parts/roles.ts'
import type { RevisionRow } from './revision-columns.tsx'
import { RetireOutcome } from './RetireOutcome.tsx'
import { useRetiring } from './use-retiring.ts'

const words = {
  deregister: { en: 'Deregister revisions of {family}', ko: '{family}의 개정 등록 취소' },
  delete: { en: 'Delete revisions of {family}', ko: '{family}의 개정 삭제' },
  aboutDeregister: {
    en: 'They become INACTIVE. What runs goes on, nothing new can start from them, and they can be restored as a copy.',
    ko: 'INACTIVE가 됩니다. 실행 중인 것은 계속되지만 새로 시작할 수 없으며, 사본으로 복원할 수 있습니다.',
  },
  aboutDelete: {
    en: 'They are gone for good. ECS cannot bring them back.',
    ko: '완전히 삭제되며 ECS에서 되돌릴 수 없습니다.',
  },
  keep: { en: 'Keep the newest ACTIVE revisions', ko: '유지할 최신 ACTIVE 개정 수' },
  keepAbout: { en: 'They stay even if they were chosen.', ko: '선택했더라도 남습니다.' },
  go: { en: '{names}', ko: '{names}' },
  goTitle: {
    en: '{count, plural, one {# revision} other {# revisions}} will go',
    ko: '처리할 개정 {count}개',
  },
  none: { en: 'Nothing is left to do', ko: '처리할 개정이 없습니다' },
  stay: { en: '{count, plural, one {# stays} other {# stay}}', ko: '남는 개정 {count}개' },
  type: { en: 'Type {family} to confirm', ko: '확인을 위해 {family}을(를) 입력하세요' },
  reading: {
    en: 'Where they are used is being read again; until it is known nothing can be done.',
    ko: '사용처를 다시 읽는 중입니다. 확인되기 전에는 처리할 수 없습니다.',
  },
  notSeen: {
    en: 'EventBridge rules, Step Functions, pipelines and other Regions are not looked at.',
    ko: 'EventBridge 규칙, Step Functions, 파이프라인, 다른 리전은 확인하지 않습니다.',
  },
  command: { en: 'AWS CLI commands', ko: 'AWS CLI 명령' },
  cancel: { en: 'Cancel', ko: '취소' },
  close: { en: 'Close', ko: '닫기' },
  confirmDeregister: { en: 'Deregister', ko: '등록 취소' },
  confirmDelete: { en: 'Delete', ko: '삭제' },
  warning: { en: 'Warning', ko: '경고' },
} satisfies Record<string, Text>

export interface RetireDialogProps {
  family: string
  action: 'deregister' | 'delete'
  chosen: readonly RevisionRow[]
  usage: FamilyUsage
  onDismiss: (isDone: boolean) => void
}

export function RetireDialog(props: RetireDialogProps) {
  const { family, action, onDismiss } = props
  const say = useText()
  const retiring = useRetiring(props)
  const { retire, results, plan } = retiring
  const close = (): void => {
    if (!retire.isPending) onDismiss(results.length > 0)
  }
  const isOver = retire.isSuccess
  return (
    <Modal
      visible
      size="large"
      header={say(words[action], { family })}
      closeAriaLabel={say(words.close)}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant={isOver ? 'normal' : 'link'} disabled={retire.isPending} onClick={close}>
              {say(isOver ? words.close : words.cancel)}
            </Button>
            {!isOver && <ConfirmButton action={action} retiring={retiring} />}
          </SpaceBetween>
        </Box>
      }
    >
      {isOver || retire.isPending ? (
        <RetireOutcome action={action} results={results} total={plan.go.length} />
      ) : (
        <RetireForm {...props} retiring={retiring} />
      )}
    </Modal>
  )
}

type Retiring = ReturnType<typeof useRetiring>

function ConfirmButton({ action, retiring }: { action: 'deregister' | 'delete'; retiring: Retiring }) {
  const say = useText()
  const { can } = useAbleRole(deployCapability)
  return (
    <Button
      variant="primary"
      loading={retiring.retire.isPending}
      disabled={!can || !retiring.isReady}
      onClick={retiring.send}
    >
      {say(action === 'deregister' ? words.confirmDeregister : words.confirmDelete)}
    </Button>
  )
}

function RetireForm({ family, action, retiring }: RetireDialogProps & { retiring: Retiring }) {
  const say = useText()
  const { region } = useAws()
  const { plan, keep, setKeep, typed, setTyped, isFresh } = retiring
  const names = plan.go.map(({ name }) => name)
  const [isShown, setShown] = useState(false)
  return (
    <SpaceBetween size="m">
      <RoleNotice capability={deployCapability} about={aboutDeploying} />
      <Box>{say(action === 'deregister' ? words.aboutDeregister : words.aboutDelete)}</Box>
      {action === 'deregister' && (
        <FormField label={say(words.keep)} constraintText={say(words.keepAbout)}>
          <Input
            type="number"
            inputMode="numeric"
            value={String(keep)}
            onChange={({ detail }) => setKeep(Math.max(1, Math.trunc(Number(detail.value)) || 1))}
          />
        </FormField>
      )}
      {!isFresh && (
        <Alert type="info" statusIconAriaLabel={say(words.warning)}>
          {say(words.reading)}
        </Alert>
      )}
      <Named
        title={names.length > 0 ? say(words.goTitle, { count: names.length }) : say(words.none)}
        lines={names}
      />
      {plan.stay.length > 0 && (
        <Named
          title={say(words.stay, { count: plan.stay.length })}
          lines={plan.stay.map(({ why }) => say(why))}
        />
      )}
      <Box color="text-body-secondary" fontSize="body-s">
        {say(words.notSeen)}
      </Box>
      {names.length > 0 && (
        <>
          <FormField label={say(words.type, { family })}>
            <Input
              value={typed}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setTyped(detail.value)}
            />
          </FormField>
          <Button variant="inline-link" onClick={() => setShown(!isShown)} ariaExpanded={isShown}>
            {say(words.command)}
          </Button>
          {isShown && <CodeBlock text={retireCommands(action, names, region)} label={say(words.command)} />}
        </>
      )}
    </SpaceBetween>
  )
}

function Named({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <b>{title}</b>
      <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
