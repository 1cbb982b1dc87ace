/** A form for temporary AWS credentials, as the AWS access portal or `aws configure export-credentials` gives them. */
import Button from '@cloudscape-design/components/button'
import Form from '@cloudscape-design/components/form'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'

const words = {
  accessKeyId: { en: 'Access key ID', ko: '액세스 키 ID' },
  secretAccessKey: { en: 'Secret access key', ko: '보안 액세스 키' },
  sessionToken: { en: 'Session token', ko: '세션 토큰' },
  sessionTokenHelp: {
    en: 'Temporary credentials have one; some AWS-compatible endpoints do without.',
    ko: '임시 자격 증명에는 세션 토큰이 있습니다. AWS 호환 엔드포인트에는 없을 수 있습니다.',
  },
  use: { en: 'Sign in', ko: '로그인' },
  required: { en: 'Needed', ko: '필수 항목입니다' },
} satisfies Record<string, Text>

export interface TypedKeys {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

export function KeysForm({ enter }: { enter: (keys: TypedKeys) => void }) {
  const say = useText()
  const [accessKeyId, setAccessKeyId] = useState('')
  const [secretAccessKey, setSecretAccessKey] = useState('')
  const [sessionToken, setSessionToken] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = (value: string): string => (asked && value.trim() === '' ? say(words.required) : '')
  const submit = (): void => {
    setAsked(true)
    const [id, secret, token] = [
      accessKeyId.trim(),
      secretAccessKey.trim(),
      sessionToken.replaceAll(/\s/g, ''),
    ]
    if (id === '' || secret === '') return
    enter({ accessKeyId: id, secretAccessKey: secret, ...(token && { sessionToken: token }) })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Form
        actions={
          <Button variant="primary" formAction="submit">
            {say(words.use)}
          </Button>
        }
      >
        <SpaceBetween size="m">
          <FormField label={say(words.accessKeyId)} errorText={missing(accessKeyId)}>
            <Input
              value={accessKeyId}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => setAccessKeyId(detail.value)}
            />
          </FormField>
          <FormField label={say(words.secretAccessKey)} errorText={missing(secretAccessKey)}>
            <Input
              type="password"
              value={secretAccessKey}
              autoComplete={false}
              onChange={({ detail }) => setSecretAccessKey(detail.value)}
            />
          </FormField>
          <FormField label={say(words.sessionToken)} description={say(words.sessionTokenHelp)}>
            <Textarea
              value={sessionToken}
              rows={3}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => setSessionToken(detail.value)}
            />
          </FormField>
        </SpaceBetween>
      </Form>
    </form>
  )
}
