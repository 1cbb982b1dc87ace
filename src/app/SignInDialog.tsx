/** The session ended while the page was open: the page and its forms stay, and another tab (or this dialog) brings a new one. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { KeysAuthority } from '../auth/keys-authority.ts'
import { KeysForm } from '../features/sign-in/KeysForm.tsx'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { useOpening } from './opening-context.ts'

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
  newTab: { en: 'Sign in in a new tab', ko: '새 탭에서 로그인' },
  close: { en: 'Close', ko: '닫기' },
  here: { en: 'Sign in here', ko: '여기서 로그인' },
  opensNewTab: { en: 'Opens in a new tab', ko: '새 탭에서 열림' },
} satisfies Record<string, Text>

export function SignInDialog() {
  const say = useText()
  const { authority } = useOpening()
  // Closed, the page can still be read; reloading it asks for the sign-in again.
  const [visible, setVisible] = useState(true)
  const close = (): void => setVisible(false)
  if (authority.mode !== 'cognito')
    return (
      <Modal visible={visible} header={say(words.title)} closeAriaLabel={say(words.close)} onDismiss={close}>
        <SpaceBetween size="m">
          <Box variant="p">{say(words.expired)}</Box>
          <KeysForm enter={(keys) => (authority as KeysAuthority).enter(keys)} />
        </SpaceBetween>
      </Modal>
    )
  const here = (): void => void authority.signIn(`${location.pathname}${location.search}${location.hash}`)
  return (
    <Modal
      visible={visible}
      closeAriaLabel={say(words.close)}
      onDismiss={close}
      header={say(words.title)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={here}>
              {say(words.here)}
            </Button>
            <Button variant="primary" href="/sign-in" target="_blank" iconAlign="right" iconName="external">
              {say(words.newTab)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {say(words.ended)}
    </Modal>
  )
}
