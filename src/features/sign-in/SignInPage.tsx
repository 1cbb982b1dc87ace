/** Where everyone begins who is not signed in. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { KeysForm, type TypedKeys } from './KeysForm.tsx'

const words = {
  about: {
    en: 'A console for Amazon ECS. It runs in this browser and talks to AWS directly.',
    ko: 'Amazon ECS 콘솔입니다. 이 브라우저에서 실행되며 AWS와 직접 통신합니다.',
  },
  account: { en: 'Account {account}', ko: '계정 {account}' },
  signIn: { en: 'Sign in', ko: '로그인' },
  signedOut: {
    en: 'You are signed out. AWS keys that were already handed out stay valid for up to an hour.',
    ko: '로그아웃되었습니다. 이미 발급된 AWS 키는 최대 1시간 동안 유효합니다.',
  },
  failed: { en: 'Signing in did not work', ko: '로그인하지 못했습니다' },
  noRole: {
    en: 'Your user is in no group that has a role in this console. Ask an administrator of the user pool to add it to one.',
    ko: '사용자가 이 콘솔의 역할이 있는 그룹에 속해 있지 않습니다. 사용자 풀 관리자에게 그룹 추가를 요청하세요.',
  },
  keysIntro: {
    en: 'This console is set up for temporary credentials. They are kept in memory only.',
    ko: '이 콘솔은 임시 자격 증명을 사용하도록 구성되었습니다. 자격 증명은 메모리에만 보관됩니다.',
  },
  error: { en: 'Error', ko: '오류' },
  info: { en: 'Info', ko: '정보' },
} satisfies Record<string, Text>

interface SignInPageProps {
  account: string
  /** The reader has just signed out. */
  signedOut: boolean
  error?: unknown
  /** Leaves for the managed login. Absent in keys mode. */
  signIn?: () => Promise<void>
  enterKeys?: (keys: TypedKeys) => void
}

export default function SignInPage({ account, signedOut, error, signIn, enterKeys }: SignInPageProps) {
  const say = useText()
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState(error)
  const leave = async (): Promise<void> => {
    setLeaving(true)
    try {
      await signIn?.()
    } catch (failure) {
      setProblem(failure)
      setLeaving(false)
    }
  }
  return (
    <main style={{ maxInlineSize: '30rem', margin: '0 auto', padding: '14vh 1rem 2rem' }}>
      <SpaceBetween size="l">
        {signedOut && !problem && (
          <Alert type="info" statusIconAriaLabel={say(words.info)}>
            {say(words.signedOut)}
          </Alert>
        )}
        {problem !== undefined && (
          <Alert type="error" statusIconAriaLabel={say(words.error)} header={say(words.failed)}>
            {isNamed(problem, 'NoRole') ? say(words.noRole) : messageOf(problem)}
          </Alert>
        )}
        <Container
          header={
            <Header variant="h1" description={say(words.account, { account })}>
              Tidegate
            </Header>
          }
        >
          <SpaceBetween size="m">
            <Box variant="p">{say(enterKeys ? words.keysIntro : words.about)}</Box>
            {enterKeys ? (
              <KeysForm enter={enterKeys} />
            ) : (
              <Button variant="primary" fullWidth loading={leaving} onClick={() => void leave()}>
                {say(words.signIn)}
              </Button>
            )}
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </main>
  )
}

function isNamed(problem: unknown, name: string): boolean {
  return problem instanceof Error && problem.name === name
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}
