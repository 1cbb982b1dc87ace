/** imagedefinitions.json and imageDetail.json: made from the open definition, and checked against it and the chosen service. */
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import {
  checkImageFile,
  imageDefinitions,
  imageDetail,
  type ImageTarget,
} from '../../../core/task-definition/image-definitions.ts'
import type { Finding } from '../../../core/task-definition/linter/finding.ts'
import { checkTypes } from '../../../core/task-definition/linter/type-level.ts'
import { readRevisionName } from '../../../core/task-definition/revision.ts'
import { withPlace } from '../../../core/task-definition/text.ts'
import { serviceQuery } from '../../../data/ecs/services.ts'
import { useAws } from '../../../data/session.ts'
import { newestRevisionQuery, revisionQuery } from '../../../data/task-definitions/revisions.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { TargetChoice } from './TargetChoice.tsx'
import type { DocumentView } from './use-document.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'
import { worstFirst } from './worst-first.ts'

const words = {
  about: {
    en: 'For CodePipeline: the ECS deploy action reads imagedefinitions.json and makes a revision from the one that the service runs; the blue/green action reads imageDetail.json.',
    ko: 'CodePipeline용 파일입니다. ECS 배포 작업은 imagedefinitions.json을 읽어 서비스가 실행 중인 개정에서 새 개정을 만들고, 블루/그린 작업은 imageDetail.json을 읽습니다.',
  },
  none: {
    en: 'No container of the open definition has an image yet.',
    ko: '열린 정의에 이미지가 있는 컨테이너가 아직 없습니다.',
  },
  check: { en: 'Check a file', ko: '파일 검사' },
  against: {
    en: 'Against {name}, which the service runs.',
    ko: '서비스가 실행 중인 {name} 기준으로 검사합니다.',
  },
  againstText: { en: 'Against the open definition.', ko: '열린 정의를 기준으로 검사합니다.' },
  fine: { en: '{file}: nothing to find fault with', ko: '{file}: 문제 없음' },
  error: { en: 'Error', ko: '오류' },
  warning: { en: 'Warning', ko: '경고' },
  info: { en: 'Note', ko: '참고' },
} satisfies Record<string, Text>

export function ImagesTab({ view }: { view: DocumentView }) {
  const say = useText()
  const definition = useMemo(() => checkTypes(view.value ?? {}).trusted, [view.value])
  const [file, setFile] = useState('')
  const running = useRunning()
  const target = running?.target ?? { definition }
  const first = definition.containerDefinitions?.find(({ essential = true }) => essential)?.image
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{say(words.about)}</Box>
      {definition.containerDefinitions?.some(({ image }) => image !== undefined) ? (
        <ImageFile name="imagedefinitions.json" text={imageDefinitions(definition)} />
      ) : (
        <Box>{say(words.none)}</Box>
      )}
      {first !== undefined && <ImageFile name="imageDetail.json" text={imageDetail(first)} />}
      <TargetChoice />
      <FormField
        label={say(words.check)}
        description={running ? say(words.against, { name: running.name }) : say(words.againstText)}
        stretch
      >
        <Textarea
          value={file}
          rows={6}
          spellcheck={false}
          placeholder='[{ "name": "app", "imageUri": "…" }]'
          onChange={({ detail }) => setFile(detail.value)}
        />
      </FormField>
      {file.trim() !== '' && <Verdict file={file} target={target} />}
    </SpaceBetween>
  )
}

function ImageFile({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 'xxs' }}>
        {name}
      </Box>
      <CodeBlock text={text} label={name} />
    </div>
  )
}

/** The revision that the chosen service runs; undefined while none is chosen or it is not known. */
function useRunning(): { name: string; target: ImageTarget } | undefined {
  const aws = useAws()
  const [{ cluster = '', service: name = '' }] = useWorkbenchSearch()
  const service = useQuery({ ...serviceQuery(aws, cluster, name), enabled: cluster !== '' && name !== '' })
  const arn = service.data?.taskDefinitionArn ?? ''
  const revision = useQuery({ ...revisionQuery(aws, arn), enabled: arn !== '' })
  const family = readRevisionName(arn)?.family ?? ''
  const newest = useQuery({ ...newestRevisionQuery(aws, family), enabled: family !== '' })
  if (!revision.data) return undefined
  return {
    name: `${revision.data.family}:${String(revision.data.revision)}`,
    target: {
      definition: revision.data.definition,
      serviceRevision: revision.data.revision,
      ...(newest.data && { latestRevision: newest.data.revision }),
    },
  }
}

function Verdict({ file, target }: { file: string; target: ImageTarget }) {
  const say = useText()
  const { kind, problems, findings } = checkImageFile(file, target)
  if (problems.length === 0 && findings.length === 0)
    return (
      <StatusBadge tone="good" wrap>
        {say(words.fine, { file: kind ?? '' })}
      </StatusBadge>
    )
  return (
    <ul className="workbench-list">
      {problems.map((problem) => (
        <li key={problem.offset}>
          <StatusBadge tone="bad" wrap>
            {say(withPlace(problem))}
          </StatusBadge>
        </li>
      ))}
      {worstFirst(findings).map((finding) => (
        <FindingLine key={`${finding.rule}/${finding.path.join('/')}`} finding={finding} />
      ))}
    </ul>
  )
}

function FindingLine({ finding: { severity, message } }: { finding: Finding }) {
  const say = useText()
  return (
    <li className="workbench-problem">
      <StatusIndicator type={severity}>{say(words[severity])}</StatusIndicator>
      <div>{say(message)}</div>
    </li>
  )
}
