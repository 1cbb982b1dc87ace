/** The session ended while the page was open: the page and its forms stay, and another tab (or this dialog) brings a new one. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { KeysAuthority } from '../auth/keys-authority.ts'
import { KeysForm } from '../features/sign-in/KeysForm.tsx'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { useOpening } from './opening-context.ts'
import { signInDialog } from './sign-in-dialog.ts'

const words = {
  title: { en: 'Sign in again', ko: '다시 로그인하세요' },
  ended: {
    en: 'Your session has ended. Sign in in a new tab: this page stays as it is and goes on by itself.',
    ko: '세션이 종료되었습니다. 새 탭에서 로그인하면 이 페이지는 그대로 유지되고 자동으로 계속됩니다.',
  },
  expired: {
    en: 'AWS no longer accepts these keys. Type new ones; this page stays as it is.',
    ko: 'AWS가 이 키를 더 이상 허용하지 않습니다. 새 키를 입력하세요. 이 페이지는 그대로 유지됩니다.',
  },
  practice: {
    en: 'The simulated AWS refused its own keys: a fault is or was active. They are still good.',
    ko: '시뮬레이션된 AWS가 자신의 키를 거부했습니다. 장애가 진행 중이거나 끝난 상태이며 키는 계속 유효합니다.',
  },
  goOn: { en: 'Go on with them', ko: '계속 사용' },
  newTab: { en: 'Sign in in a new tab', ko: '새 탭에서 로그인' },
  close: { en: 'Close', ko: '닫기' },
  here: { en: 'Sign in here', ko: '여기서 로그인' },
} satisfies Record<string, Text>

export function SignInDialog() {
  const say = useText()
  const { authority } = useOpening()
  // The next time it is needed it opens by itself.
  useEffect(() => () => signInDialog.set('open'), [])
  if (authority.mode === 'keys')
    return (
      <AgainModal>
        <SpaceBetween size="m">
          <Box variant="p">{say(words.expired)}</Box>
          <KeysForm enter={(keys) => (authority as KeysAuthority).enter(keys)} />
        </SpaceBetween>
      </AgainModal>
    )
  const here = (): void => void authority.signIn(`${location.pathname}${location.search}${location.hash}`)
  if (authority.mode === 'practice')
    return (
      <AgainModal actions={<Button onClick={here}>{say(words.goOn)}</Button>}>
        {say(words.practice)}
      </AgainModal>
    )
  return (
    <AgainModal
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={here}>
            {say(words.here)}
          </Button>
          <Button variant="primary" href="/sign-in" target="_blank" iconAlign="right" iconName="external">
            {say(words.newTab)}
          </Button>
        </SpaceBetween>
      }
    >
      {say(words.ended)}
    </AgainModal>
  )
}

/** Closed, the page can still be read. */
function AgainModal({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const say = useText()
  const shown = useSyncExternalStore(signInDialog.subscribe, signInDialog.get)
  return (
    <Modal
      visible={shown === 'open'}
      header={say(words.title)}
      closeAriaLabel={say(words.close)}
      onDismiss={() => signInDialog.set('closed')}
      footer={actions && <Box float="right">{actions}</Box>}
    >
      {children}
    </Modal>
  )
}
