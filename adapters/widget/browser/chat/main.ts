import { Chat } from './chat.ts';
import { readPage } from './page.ts';

new Chat(readPage()).start();
