/** Images in Amazon ECR, and what the reference in a container definition says. */
export interface Repository {
  name: string
  /** `<account>.dkr.ecr.<region>.amazonaws.com/<name>`. */
  uri: string
}

export interface RepositoryImage {
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string
  tags: string[]
  /** ms since the epoch. */
  pushedAt?: number | undefined
  /** Bytes. */
  size?: number | undefined
}

/** `linux/amd64`. */
export interface Platform {
  os: string
  architecture: string
}

/** An image as a container definition names it. */
export interface ImageReference {
  /** Registry host; absent for Docker Hub. */
  registry?: string
  /** Repository, e.g. `commerce/web`. */
  repository: string
  /** `latest` where the reference has neither. */
  tag?: string
  digest?: string
}

/** Reads `registry/repository:tag@digest`. Undefined for an empty text. */
export function readImage(image: string): ImageReference | undefined {
  const [beforeDigest = '', digest] = image.split('@')
  const first = beforeDigest.split('/')[0] ?? ''
  const hasRegistry = beforeDigest.includes('/') && /[.:]|^localhost$/.test(first)
  const path = hasRegistry ? beforeDigest.slice(first.length + 1) : beforeDigest
  const [repository = '', tag] = path.split(':')
  if (repository === '') return undefined
  return {
    ...(hasRegistry && { registry: first }),
    repository,
    ...(digest === undefined ? { tag: tag ?? 'latest' } : { digest, ...(tag !== undefined && { tag }) }),
  }
}

export interface EcrRegistry {
  /** Twelve digits. */
  account: string
  region: string
}

/** The account and Region of a private ECR registry's host, or undefined for any other registry. */
export function ecrRegistryOf(registry: string | undefined): EcrRegistry | undefined {
  const found = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.exec(
    registry ?? '',
  )
  return found ? { account: found[1] ?? '', region: found[2] ?? '' } : undefined
}
