/** What stands in a page's place when it could not be shown: cause, request id, retry; or a new version to load. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { ProblemPage } from '../widgets/problem/ProblemPage.tsx'
import { ChunkMissing } from './chunk-missing.ts'

const words = {
  newVersion: { en: 'A new version is here', ko: '새 버전이 있습니다' },
  newVersionText: {
    en: 'This part of the console could not be loaded, most likely because a new version was deployed while the page was open. Nothing was changed in AWS.',
    ko: '콘솔의 이 부분을 불러오지 못했습니다. 페이지가 열려 있는 동안 새 버전이 배포된 것으로 보입니다. AWS에서 변경된 것은 없습니다.',
  },
  warning: { en: 'Warning', ko: '경고' },
  reload: { en: 'Reload to update', ko: '새로 고쳐 업데이트' },
  notFound: { en: 'There is no such page', ko: '페이지를 찾을 수 없습니다' },
  notFoundText: {
    en: 'The address may be misspelt, or its Region is not among those of this console.',
    ko: '주소가 잘못되었거나 이 콘솔에 구성되지 않은 리전일 수 있습니다.',
  },
  home: { en: 'To the clusters', ko: '클러스터로' },
} satisfies Record<string, Text>

export function RouteError({ error, reset }: ErrorComponentProps) {
  const say = useText()
  const router = useRouter()
  if (error instanceof ChunkMissing)
    return (
      <Alert
        type="warning"
        statusIconAriaLabel={say(words.warning)}
        header={say(words.newVersion)}
        action={<Button onClick={() => location.reload()}>{say(words.reload)}</Button>}
      >
        {say(words.newVersionText)}
      </Alert>
    )
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  return <ProblemPage error={error} retry={retry} />
}

export function NotFound() {
  const say = useText()
  return (
    <Box textAlign="center" padding="xxl">
      <Box variant="h1">{say(words.notFound)}</Box>
      <Box variant="p" color="text-body-secondary">
        {say(words.notFoundText)}
      </Box>
      <Link href="/">{say(words.home)}</Link>
    </Box>
  )
}
