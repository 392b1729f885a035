import 'fake-indexeddb/auto';
import { deleteStore } from '#storage/connection.ts';
import { makeIdbStore } from '#storage/idb-store.ts';
import { describeStore } from './store.ts';

describeStore('the store in a simulated IndexedDB', makeIdbStore, deleteStore);
