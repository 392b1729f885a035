/** Every string that a person reads. Written in `messages/<locale>.json`, compiled to functions. */
export { m } from './messages/compiled/messages.js';
