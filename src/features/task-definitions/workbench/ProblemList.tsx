/** Every problem at once, worst first, each with its reason, its place and its fix. */
import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo } from 'react'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Finding, Severity } from '../../../core/task-definition/linter/finding.ts'
import { linesOf } from '../../../core/task-definition/lines.ts'
import { placeOf } from '../../../core/task-definition/text.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ExternalLink } from '../../../ui/ExternalLink.tsx'
import type { DefinitionDocument } from './definition-document.ts'
import { pageOfRule } from './rule-page.ts'
import type { DocumentView } from './use-document.ts'
import { worstFirst } from './worst-first.ts'

const words = {
  error: { en: 'Error', ko: '오류' },
  warning: { en: 'Warning', ko: '경고' },
  info: { en: 'Note', ko: '참고' },
  none: { en: 'No problems found.', ko: '문제가 없습니다.' },
  go: { en: 'Go to line {line}', ko: '{line}행으로 이동' },
  fixAll: {
    en: 'Fix all safe ({n})',
    ko: '안전한 것 모두 수정({n})',
  },
  root: { en: 'the definition', ko: '정의 전체' },
} satisfies Record<string, Text>

interface Props {
  document: DefinitionDocument
  view: DocumentView
  fixAll: () => void
}

export function ProblemList({ document, view, fixAll }: Props) {
  const say = useText()
  const { read, findings } = view
  const sorted = worstFirst(findings)
  const lineOf = useMemo(() => linesOf(view.text), [view.text])
  const safe = findings.filter(({ fix }) => fix?.safe).length
  if (findings.length === 0 && read.problems.length === 0)
    return <StatusIndicator type="success">{say(words.none)}</StatusIndicator>
  return (
    <SpaceBetween size="s">
      <Button iconName="check" disabled={safe === 0} onClick={fixAll}>
        {say(words.fixAll, { n: safe })}
      </Button>
      <ul className="workbench-list">
        {read.problems.map((problem) => (
          <Row
            key={`${String(problem.offset)}/${say(problem.message)}`}
            severity="error"
            code="JSON"
            message={problem.message}
            line={problem.line}
            go={() => document.reveal(problem.offset, problem.length)}
          />
        ))}
        {sorted.map((finding, index) => (
          <FindingRow
            key={`${finding.rule}/${finding.path.join('.')}/${String(index)}`}
            {...{ finding, view, document, lineOf }}
          />
        ))}
      </ul>
    </SpaceBetween>
  )
}

interface FindingRowProps {
  finding: Finding
  view: DocumentView
  document: DefinitionDocument
  lineOf: (offset: number) => number
}

function FindingRow({ finding, view, document, lineOf }: FindingRowProps) {
  const say = useText()
  const { fix } = finding
  const place = placeOf(view.read.tree, finding.path)
  const offset = place?.keyOffset ?? place?.offset ?? 0
  return (
    <Row
      severity={finding.severity}
      code={finding.rule}
      message={finding.message}
      path={finding.path}
      line={lineOf(offset)}
      go={() => document.reveal(offset, place?.keyLength ?? place?.length ?? 0)}
      fix={fix && { title: say(fix.title), run: () => document.change(fix.changes) }}
    />
  )
}

interface RowProps {
  severity: Severity
  code: string
  message: Message
  path?: JsonPath
  line: number
  go: () => void
  fix?: { title: string; run: () => void } | undefined
}

function Row({ severity, code, message, path, line, go, fix }: RowProps) {
  const say = useText()
  const { href } = pageOfRule(code)
  return (
    <li>
      <div className="workbench-problem">
        <StatusIndicator type={severity}>{say(words[severity])}</StatusIndicator>
        <div>
          <div>{say(message)}</div>
          <Box color="text-body-secondary" fontSize="body-s">
            {href === undefined ? <Badge>{code}</Badge> : <ExternalLink href={href}>{code}</ExternalLink>}{' '}
            {path && (path.length === 0 ? say(words.root) : pathText(path))}
          </Box>
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="inline-link" onClick={go}>
              {say(words.go, { line })}
            </Button>
            {fix && (
              <Button variant="inline-link" onClick={fix.run}>
                {fix.title}
              </Button>
            )}
          </SpaceBetween>
        </div>
      </div>
    </li>
  )
}

/** `containerDefinitions[0].portMappings[1].hostPort` */
function pathText(path: JsonPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
}
