import type { FormTable } from './form-table.js';

/** 事项: the events that a region reports of itself, one a row. */
export const EVENTS_TABLE: FormTable = {
  id: 'events',
  sheet: '事项',
  kind: 'event',
  keyField: 'id',
  nameHead: '编号',
  valueHead: '事项类别',
  columns: [
    {
      head: '编号',
      field: 'id',
      isInput: true,
      width: 13,
      note: '已经编好，一行一件。考核办公室给了编号的，改成它的编号；几个地区共有的一件事，各地区写同一个编号。',
    },
    {
      head: '事项类别',
      field: 'kind',
      isInput: true,
      width: 30,
      note: '从下拉列表里选。有哪些类别、各有哪些级别，见「填写说明」。',
    },
    {
      head: '级别',
      field: 'level',
      isInput: true,
      width: 16,
      note: '选本类别有的级别；不分级别的类别留空。',
    },
    { head: '摘要', field: 'summary', isInput: true, width: 34, note: '一两句话写明是什么事。' },
    {
      head: '发生日期',
      field: 'occurred',
      isInput: true,
      width: 13,
      note: '写成 2015-03-01 或 2015年3月1日。',
    },
    {
      head: '认定日期',
      field: 'found',
      isInput: true,
      width: 13,
      note: '有关机关认定、授奖的日期，写法同发生日期。',
    },
    { head: '认定机关', field: 'authority', isInput: true, width: 20 },
    {
      head: '认定文件',
      field: 'document',
      isInput: true,
      width: 22,
      note: '文件的名称、文号，或证书、公告。',
    },
    {
      head: '同一事项',
      field: 'matter',
      isInput: true,
      width: 20,
      note: '几行属于同一件事的（例如先后获市级、省级奖），写同一个名称；没有的留空。',
    },
    {
      head: '份额',
      field: 'share',
      isInput: true,
      width: 8,
      note: '几个地区共有的，写本地区的份额，例如一半写 0.5；只有本地区的留空。',
    },
  ],
};
