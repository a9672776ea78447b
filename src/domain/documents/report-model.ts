/**
 * What a printed document says. Every text is ready to be printed: rounded, with its unit, with its
 * dash where there is nothing. A template lays out; it computes nothing.
 */
export interface ReportModel {
  readonly set: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    /** 考核的名称, such as 市州人民政府质量工作考核. */
    readonly subject: string;
    readonly year: string;
    /** 2015年度, or 2014—2015年度 where the window spans two calendar years. */
    readonly yearText: string;
    /** The assessment window, such as 2014年7月1日至2015年6月30日. */
    readonly windowText: string;
    readonly statusText: string;
    readonly digest: string;
    /** Printed visibly on every page; null on an official paper. */
    readonly disclaimer: string | null;
    readonly basis: readonly {
      readonly title: string;
      readonly document: string;
      readonly date: string;
    }[];
    /** What the marks 示例 and 待核 mean, printed below the tables. */
    readonly labels: readonly string[];
  };
  readonly engine: string;
  readonly runHash: string;
  readonly periodText: string;
  readonly generatedNote: string | null;
  readonly fullPoints: string;
  readonly issuer: {
    readonly name: string;
    readonly addressees: string;
    /** Null prints a blank 年 月 日 to be filled in by hand. */
    readonly date: string | null;
    readonly documentNumber: string | null;
  };
  /** In order of rank; the unranked last. */
  readonly regions: readonly RegionModel[];
  /** The one region that was asked for; null for all of them. */
  readonly region: RegionModel | null;
  /** In the set's order; an empty grade is printed too, as 无. */
  readonly grades: readonly {
    readonly id: string;
    readonly label: string;
    readonly names: string;
    readonly isEmpty: boolean;
    readonly count: number;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly regions: readonly {
      readonly rank: string;
      readonly name: string;
      readonly score: string;
      readonly grade: string;
    }[];
  }[];
  readonly consequences: readonly { readonly text: string; readonly names: string }[];
  readonly findings: readonly {
    readonly level: 'error' | 'warning' | 'note';
    readonly levelText: string;
    readonly message: string;
    readonly regionName: string;
  }[];
  /** Sentences on rounding, ties and missing values for the method page. */
  readonly method: readonly string[];
  /** The wide table's columns: the first level's blocks, or the leaves where they are few. */
  readonly columns: readonly {
    readonly id: string;
    readonly number: string;
    readonly label: string;
    readonly fullPoints: string;
  }[];
}

/** One region's result. */
export interface RegionModel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly groupLabel: string;
  /** A dash when there is none. */
  readonly score: string;
  readonly baseScore: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly grade: string;
  readonly gradeBeforeVeto: string;
  readonly rank: string;
  readonly groupRank: string;
  readonly vetoes: readonly string[];
  readonly note: string;
  /** In the order of the model's columns. */
  readonly cells: readonly string[];
  readonly indicators: readonly IndicatorModel[];
}

/** One line of a region's score sheet. */
export interface IndicatorModel {
  readonly id: string;
  /** Such as 1.2.3. */
  readonly number: string;
  /** Counts from 1. */
  readonly level: number;
  readonly isLeaf: boolean;
  readonly label: string;
  readonly fullPoints: string;
  readonly points: string;
  readonly pointsLost: string;
  readonly selfPoints: string;
  /** Such as 97.74 %. */
  readonly valueText: string;
  /** Empty, or 缺报, 不适用, 待定. */
  readonly statusText: string;
  readonly formulaText: string;
  readonly reason: string;
  readonly lead: string;
  readonly clause: string;
  /** Empty, or 示例, 待核. */
  readonly mark: string;
}
