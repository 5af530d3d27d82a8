interface MatchNode {
  field: string;
  value: string;
}

const CLAUSE = /^([\w@.*-]+)\s*:\s*(?:"([^"]*)"|([^\s"()]+))$/;

/** The data plugin's `opensearchKuery` for DQL of the form `field : value and field : "value"`; OSD knows the whole language. */
export const opensearchKuery = {
  /** @throws when the expression is anything else */
  fromKueryExpression(expression: string): MatchNode[] {
    return expression
      .trim()
      .split(/\s+and\s+/i)
      .map((clause) => {
        const [, field, quoted, bare] = CLAUSE.exec(clause) ?? [];
        const value = quoted ?? bare;
        if (!field || value === undefined) throw new Error(`Expected field : value but "${clause}" found.`);
        return { field, value };
      });
  },

  toOpenSearchQuery(nodes: MatchNode[]): Record<string, unknown> {
    const clauses = nodes.map(({ field, value }) => ({
      bool: { should: [{ match: { [field]: value } }], minimum_should_match: 1 },
    }));
    return clauses.length === 1 ? { ...clauses[0] } : { bool: { filter: clauses } };
  },
};
