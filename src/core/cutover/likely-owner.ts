/** Signs that another tool writes a hostname's records: it would revert whatever a person changes there. */
import { parentName } from '../dns/name.ts'
import { type RecordSet, valuesOf } from '../dns/record-set.ts'

/** Ownership records of external-dns for the hostname. https://github.com/kubernetes-sigs/external-dns/blob/master/docs/registry/txt.md */
export function externalDnsRecords(records: readonly RecordSet[], hostname: string): RecordSet[] {
  return records.filter((record) => isExternalDns(record) && isAbout(record.Name, hostname))
}

/** The tool that made the zone, as its tags say. */
export function toolOfTags(tags: Readonly<Record<string, string>>): string | undefined {
  if ('aws:cloudformation:stack-name' in tags) return 'CloudFormation'
  const said = Object.entries(tags).flat().join(' ')
  return ['Terraform', 'Pulumi', 'CDK'].find((tool) => new RegExp(`\\b${tool}\\b`, 'i').test(said))
}

function isExternalDns(record: RecordSet): boolean {
  return record.Type === 'TXT' && valuesOf(record).some((value) => value.includes('heritage=external-dns'))
}

/** The name itself, with a prefix (`a-www.`, `txt.www.`), or with a suffix of its first label (`www-txt.`). */
function isAbout(name: string, hostname: string): boolean {
  if (name === hostname) return true
  if (name.endsWith(hostname)) return /[-._]$/.test(name.slice(0, -hostname.length))
  const label = hostname.slice(0, hostname.indexOf('.'))
  return name.startsWith(`${label}-`) && parentName(name) === parentName(hostname)
}
