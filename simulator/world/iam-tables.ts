/** Roles of IAM as plain tables. Times are ms since the epoch. */

export interface RoleRecord {
  arn: string
  roleId: string
  name: string
  /** `/` or `/service-role/`. */
  path: string
  description?: string
  createdAt: number
  /** Service principals that may take it. */
  trusts: string[]
}
