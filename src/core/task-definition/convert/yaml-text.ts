/** Reads YAML with the places of its values, so that what cannot be converted is refused with line and column. */
import { Document, isNode, isScalar, visit, type YAMLError } from 'yaml'
import type { Message } from '../../../i18n/text.ts'
import type { Json, JsonPath } from '../json.ts'
import { problemAt, type TextProblem } from '../text.ts'
import { onlyDocument, secondDocument } from '../yaml-document.ts'

export interface YamlText {
  /** Undefined when the text is not YAML. Numbers that are not written as JSON writes them stay text: `0123`, `1e3`. */
  value: Json | undefined
  problems: TextProblem[]
  /** A problem at the value of `path`, or at what is nearest to it. */
  problemAt: (path: JsonPath, message: Message) => TextProblem
}

/** Never throws. Merge keys and anchors are resolved. */
export function readYaml(text: string): YamlText {
  const source = text.replace(/^\uFEFF/, '')
  const document = onlyDocument(source, { merge: true }) ?? new Document(null)
  const lost: TextProblem[] = []
  visit(document, {
    Alias: (_, node) => {
      const [start, end] = node.range ?? [0, 1]
      if (!node.resolve(document)) lost.push(problemAt(source, start, end - start, noAnchor(node.source)))
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'number' && String(node.value) !== node.source) node.value = node.source
    },
  })
  const placed = (path: JsonPath, message: Message): TextProblem => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const range = isNode(node) ? node.range : undefined
      if (range && (length === path.length || !isScalar(node)))
        return problemAt(source, range[0], Math.max(range[1] - range[0], 1), message)
    }
    return problemAt(source, 0, 1, message)
  }
  const errors = document.errors.map((error) =>
    problemAt(source, error.pos[0], Math.max(error.pos[1] - error.pos[0], 1), troubleOf(error)),
  )
  const problems = [...errors, ...lost]
  if (problems.length > 0) return { value: undefined, problems, problemAt: placed }
  try {
    return { value: document.toJS() as Json, problems: [], problemAt: placed }
  } catch (error) {
    // Aliases of aliases that would grow without end.
    const message = error instanceof Error ? error.message : String(error)
    return { value: undefined, problems: [placed([], yamlTrouble(message))], problemAt: placed }
  }
}

function noAnchor(name: string): Message {
  return {
    text: {
      en: 'The alias *{name} has no anchor before it.',
      ko: '별칭 *{name} 앞에 앵커가 없습니다.',
    },
    values: { name },
  }
}

function troubleOf({ code, message }: YAMLError): Message {
  return code === 'MULTIPLE_DOCS' ? secondDocument : yamlTrouble(message)
}

function yamlTrouble(trouble: string): Message {
  // The library adds a picture of the lines after the first one.
  const [words = ''] = trouble.split('\n')
  return {
    text: { en: 'This is not YAML: {words}', ko: 'YAML로 읽을 수 없습니다: {words}' },
    values: { words: words.replace(/ at line \d+, column \d+:?$/, '') },
  }
}
