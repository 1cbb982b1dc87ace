/** Reads YAML: what the AWS CLI prints with `--output yaml`, CloudFormation with its short tags, compose files. */
import { type Document, Lexer, type ScalarTag, type CollectionTag } from 'yaml'
import type { Json } from '../json.ts'
import { onlyDocument, secondDocument } from '../yaml-document.ts'
import { mostProblems, problemAt, type TextProblem } from '../text.ts'
import { refusals } from './words.ts'

export interface ReadYaml {
  value: Json | undefined
  problems: TextProblem[]
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const functions =
  'And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Not Or Select Split Sub ToJsonString Transform'

/** `!Sub x` stands for `{"Fn::Sub": "x"}`, of a text, a list or a map. */
const tags = [
  ...functions.split(' ').map((name) => [name, `Fn::${name}`]),
  ['Ref', 'Ref'],
  ['Condition', 'Condition'],
].flatMap(([short = '', long = '']): (ScalarTag | CollectionTag)[] => [
  { tag: `!${short}`, resolve: (text) => ({ [long]: text }) },
  { tag: `!${short}`, collection: 'seq', resolve: (list) => wrapped(long, list) },
  { tag: `!${short}`, collection: 'map', resolve: (map) => wrapped(long, map) },
])

/** Never throws. Of several documents only one can be meant: more are a problem. */
export function readYaml(text: string): ReadYaml {
  try {
    const document = onlyDocument(text, { customTags: tags, uniqueKeys: false })
    if (!document) return { value: undefined, problems: [] }
    const problems = document.errors
      .slice(0, mostProblems)
      .map(({ code, pos: [start, end], message }) =>
        code === 'MULTIPLE_DOCS'
          ? problemAt(text, start, 1, secondDocument)
          : yamlProblem(text, start, end - start, message),
      )
    return problems.length > 0 ? { value: undefined, problems } : { value: plain(document), problems }
  } catch (error) {
    // An alias that grows without end, or lists in lists that fill the stack.
    const reason = error instanceof Error ? error.message : String(error)
    return { value: undefined, problems: [yamlProblem(text, 0, 0, reason)] }
  }
}

/** What follows a colon in the parser's message is a piece of the text, which may be a secret. */
function yamlProblem(text: string, offset: number, length: number, message: string): TextProblem {
  const reason = message.split(/ at line |: |\n|[`"]/)[0] ?? ''
  return problemAt(text, offset, length, { text: refusals.yaml, values: { reason } })
}

/** By way of JSON, which knows neither NaN nor undefined. */
function plain(document: Document.Parsed): Json | undefined {
  const text = JSON.stringify(document.toJS({ maxAliasCount: 100 })) as string | undefined
  return text === undefined ? undefined : (JSON.parse(text) as Json)
}

/** The comments of a YAML text, without their `#`. */
export function yamlComments(text: string): string[] {
  let isScalar = false
  return [...new Lexer().lex(text)].flatMap((token) => {
    const isComment = token.startsWith('#') && !isScalar
    // The mark that the lexer puts before the text of a block scalar, which may begin with # too.
    isScalar = token === '\u001F'
    return isComment ? [token.replace(/^#+\s*/, '')] : []
  })
}

function wrapped(name: string, node: unknown): unknown {
  return { [name]: (node as { toJSON: () => unknown }).toJSON() }
}
