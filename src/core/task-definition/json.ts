/** JSON as a person wrote it, and places in it. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A place in a JSON document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[]
