import type { Answer } from '../../../dialogs/answers/answer.ts';
import { textOf } from '../../../dialogs/answers/sentence.ts';
import { chartAddress } from '../../http/charts/address.ts';
import type { PictureView, TableView } from './views.ts';

export function tableView({ table }: Pick<Answer, 'table'>): TableView | null {
  return (
    table && {
      columns: table.columns.map(textOf),
      rows: table.rows.map(({ label, cells }) => ({ label: textOf(label), cells: cells.map(textOf) })),
    }
  );
}

export function pictureView({ picture }: Pick<Answer, 'picture'>): PictureView | null {
  return picture && { url: chartAddress(picture), alt: textOf(picture.alt) };
}
