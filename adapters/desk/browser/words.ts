export { deskPage as words } from '../../../dialogs/wording/en/desk-page.ts';
