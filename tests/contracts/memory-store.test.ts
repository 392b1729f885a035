import { makeMemoryStore } from '#storage/memory-store.ts';
import { describeStore } from './store.ts';

describeStore('the store in memory', makeMemoryStore, async () => undefined);
