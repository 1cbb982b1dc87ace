/** The one document of a YAML text. */
import {
  type Document,
  type DocumentOptions,
  isScalar,
  parseAllDocuments,
  type ParseOptions,
  type SchemaOptions,
  YAMLParseError,
} from 'yaml'
import type { Message } from '../../i18n/text.ts'

type Options = ParseOptions & DocumentOptions & SchemaOptions

/** The only document that says something; undefined where none does. A second one is an error of the first. */
export function onlyDocument(text: string, options: Options): Document.Parsed | undefined {
  // A picture of the lines at each of thousands of errors would take seconds.
  const quick = { ...options, logLevel: 'silent', prettyErrors: false } as const
  const documents: Document.Parsed[] = [...parseAllDocuments(text, quick)]
  const [first, second] = documents.filter((each) => each.errors.length > 0 || !isEmpty(each))
  if (first && second) {
    const [start, end] = second.range
    first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', ''))
  }
  return first
}

/** Nothing between two marks: `---` at the end of a text. */
function isEmpty({ contents }: Document.Parsed): boolean {
  return isScalar(contents) && contents.source === ''
}

/** What is said of an error with the code `MULTIPLE_DOCS`. */
export const secondDocument: Message = {
  text: {
    en: 'A second YAML document begins here; only one can be read.',
    ko: '여기서 두 번째 YAML 문서가 시작됩니다. 하나만 읽을 수 있습니다.',
  },
}
