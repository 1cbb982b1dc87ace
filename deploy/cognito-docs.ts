/** Fills docs/cognito.md with the policies of deploy/permissions.ts, so that nobody copies them by hand. */
import { guard, roles } from './permissions.ts'
import { policyDocument, trustPolicy } from './policy-document.ts'

/** Stands in the docs for the id that the reader's identity pool gets. */
const identityPoolPlaceholder = 'REGION:IDENTITY_POOL_ID'

const blocks: Record<string, unknown> = {
  'trust-policy.json': trustPolicy(identityPoolPlaceholder),
  'guard-policy.json': policyDocument(guard),
  ...Object.fromEntries(
    Object.entries(roles).map(([name, { statements }]) => [
      `${name}-policy.json`,
      policyDocument(statements),
    ]),
  ),
}

/**
 * The text with the block behind each `<!-- generated: name -->` as it must be; blocks that already say it keep their
 * form. @throws when a block is missing.
 */
export function withPolicies(markdown: string): string {
  return Object.entries(blocks).reduce((text, [name, value]) => {
    const block = new RegExp(`(<!-- generated: ${name} -->\\n+\`\`\`json\\n)([^]*?)(\`\`\`)`)
    if (!block.test(text)) throw new Error(`docs/cognito.md lacks the block ${name}`)
    return text.replace(block, (all, before: string, current: string, after: string) =>
      JSON.stringify(JSON.parse(current)) === JSON.stringify(value)
        ? all
        : `${before}${JSON.stringify(value, null, 2)}\n${after}`,
    )
  }, markdown)
}
