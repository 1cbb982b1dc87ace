/** Repositories of Amazon ECR as plain tables. Times are ms since the epoch. */

export interface ImageRecord {
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string
  tags: string[]
  pushedAt: number
  /** Bytes. */
  size: number
  /** More than one, or an index around one: what is answered then is a list of manifests. */
  platforms: { os: string; architecture: string; digest: string }[]
}

export interface RepositoryRecord {
  name: string
  createdAt: number
  images: ImageRecord[]
}
