/** Whether the dialog that asks for a new sign-in is open: closed, a strip leads back to it. */
import { Store } from '../lib/store.ts'

export const signInDialog = new Store<'open' | 'closed'>('open')
