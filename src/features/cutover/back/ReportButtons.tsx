/** Downloads the report of a cutover: Markdown for people, JSON for tools. */
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { cutoverReport, reportFileName } from '../../../core/cutover/report.ts'
import { reportMarkdown } from '../../../core/cutover/report-markdown.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { Cutovers } from '../../../data/cutover/cutovers.ts'
import { readReportTraffic } from '../../../data/cutover/report-source.ts'
import type { ReportRow } from '../../../data/cutover/rows.ts'
import { useIsRehearsal, usePractice } from '../../../data/practice.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { download } from '../parts/download.ts'
import { reportFacts } from './report-facts.ts'

const words = {
  markdown: { en: 'Markdown', ko: 'Markdown' },
  json: { en: 'JSON', ko: 'JSON' },
  asMarkdown: {
    en: 'Download the report of {name} as Markdown',
    ko: '{name} 보고서를 Markdown으로 다운로드',
  },
  asJson: { en: 'Download the report of {name} as JSON', ko: '{name} 보고서를 JSON으로 다운로드' },
} satisfies Record<string, Text>

interface ReportButtonsProps {
  cutovers: Cutovers
  /** Made when it is asked for: the newest of a cutover that still goes on. */
  row: () => ReportRow
}

export function ReportButtons({ cutovers, row }: ReportButtonsProps) {
  const say = useText()
  const aws = useAws()
  const isRehearsal = useIsRehearsal()
  const isSimulated = usePractice() !== undefined
  const [busy, setBusy] = useState<'md' | 'json'>()
  const name = shownName(row().plan.hostname)
  const make = async (extension: 'md' | 'json'): Promise<void> => {
    setBusy(extension)
    try {
      const source = row()
      const traffic = await readReportTraffic(cutovers.host, aws, source)
      const report = cutoverReport(reportFacts(source, { traffic, isRehearsal, isSimulated, say }), say)
      const file = reportFileName(report, extension)
      if (extension === 'md') download(file, reportMarkdown(report, say), 'text/markdown')
      else download(file, `${JSON.stringify(report, undefined, 2)}\n`, 'application/json')
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        iconName="download"
        loading={busy === 'md'}
        ariaLabel={say(words.asMarkdown, { name })}
        onClick={() => void make('md')}
      >
        {say(words.markdown)}
      </Button>
      <Button
        iconName="download"
        loading={busy === 'json'}
        ariaLabel={say(words.asJson, { name })}
        onClick={() => void make('json')}
      >
        {say(words.json)}
      </Button>
    </SpaceBetween>
  )
}
