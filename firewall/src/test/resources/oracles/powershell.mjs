// Reads scripts for PowerShell, one a line in base64, and answers each with a line:
//
//   error TAB what            the grammar of PowerShell does not take the script, or a rule is not made of plain strings
//   ok TAB group TAB rules TAB listing
//
// Strings are in base64. Rules are joined by ';', their entries by '&' as key=string,string. The listing is what a host with
// these rules would list as JSON, with the oddities of Windows PowerShell 5: a list of one is the one, enums are numbers in
// every other rule, and IPv4 prefixes have masks.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const home = process.argv[2];
const require = createRequire(home + '/package.json');
const { Parser, Language } = require('web-tree-sitter');
await Parser.init();
const language = await Language.load(
  home + '/node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm');
const parser = new Parser();
parser.setLanguage(language);

const encode = (text) => Buffer.from(text, 'utf8').toString('base64');

/** The one thing that a chain of expressions with one child each holds. */
function core(node) {
  let here = node;
  while (here.namedChildCount === 1 && here.type !== 'string_literal' && here.type !== 'array_expression'
    && here.type !== 'hash_literal_expression') {
    here = here.namedChildren[0];
  }
  return here;
}

/** What a string between single quotes says: every quote in it is doubled. */
function verbatim(node) {
  const text = node.text;
  if (node.type !== 'string_literal' || node.namedChildren[0].type !== 'verbatim_string_characters'
    || !/^'(?:[^'\u2018-\u201b]|'')*'$/s.test(text)) {
    throw new Error('not a string between single quotes: ' + text.slice(0, 100));
  }
  return text.slice(1, -1).replaceAll("''", "'");
}

/** The strings of a literal, or of an array of literals. */
function strings(node) {
  const value = core(node);
  if (value.type !== 'array_expression') {
    return { list: false, values: [verbatim(value)] };
  }
  const found = [];
  const visit = (each) => {
    if (each.type === 'string_literal') {
      found.push(verbatim(each));
    } else if (each.namedChildCount === 0 && each.isNamed) {
      throw new Error('not a string in a list: ' + each.text.slice(0, 100));
    } else {
      each.namedChildren.forEach(visit);
    }
  };
  value.namedChildren.forEach(visit);
  return { list: true, values: found };
}

function assignments(root) {
  const found = new Map();
  for (const list of root.namedChildren.filter((each) => each.type === 'statement_list')) {
    for (const statement of list.namedChildren) {
      const assignment = statement.namedChildren[0];
      if (assignment !== undefined && assignment.type === 'assignment_expression') {
        found.set(assignment.namedChildren[0].text, assignment.namedChildren[assignment.namedChildCount - 1]);
      }
    }
  }
  return found;
}

function hashes(node) {
  const found = [];
  const visit = (each) => {
    if (each.type === 'hash_literal_expression') {
      const entries = new Map();
      for (const entry of each.descendantsOfType('hash_entry')) {
        const key = entry.namedChildren[0].text;
        if (entries.has(key)) {
          throw new Error('twice: ' + key);
        }
        entries.set(key, strings(entry.namedChildren[1]));
      }
      found.push(entries);
    } else {
      each.namedChildren.forEach(visit);
    }
  };
  visit(node);
  return found;
}

/** An address as Windows shows it. */
function shown(address) {
  const prefix = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(address);
  if (prefix === null) {
    return address;
  }
  const bits = Number(prefix[2]);
  const mask = [0, 1, 2, 3].map((octet) => 256 - 2 ** (8 - Math.min(8, Math.max(0, bits - 8 * octet))));
  return prefix[1] + '/' + mask.join('.');
}

function listed(rule, number) {
  const numbers = number % 2 === 1;
  const one = (key, otherwise) => (rule.has(key) ? rule.get(key).values[0] : otherwise);
  const many = (key) => {
    const values = rule.has(key) ? rule.get(key).values.map(shown) : ['Any'];
    return values.length === 1 ? values[0] : numbers ? { value: values, Count: values.length } : values;
  };
  const outbound = one('Direction') === 'Outbound';
  return {
    Name: one('Name'),
    DisplayName: one('DisplayName'),
    Enabled: numbers ? 1 : one('Enabled'),
    Direction: numbers ? (outbound ? 2 : 1) : one('Direction'),
    Action: numbers ? 2 : one('Action'),
    Profile: numbers ? 0 : one('Profile'),
    EnforcementStatus: 'Full',
    Owner: null,
    Platform: [],
    RemoteDynamicKeywordAddresses: null,
    PolicyAppId: null,
    Protocol: one('Protocol', 'Any'),
    LocalPort: many('LocalPort'),
    RemotePort: many('RemotePort'),
    IcmpType: many('IcmpType'),
    DynamicTarget: numbers ? 0 : 'Any',
    LocalAddress: many('LocalAddress'),
    RemoteAddress: many('RemoteAddress'),
    Program: 'Any',
    Package: null,
    Service: 'Any',
    InterfaceAlias: 'Any',
    InterfaceType: numbers ? 0 : 'Any',
    Authentication: numbers ? 0 : 'NotRequired',
    Encryption: 'NotRequired',
    OverrideBlockRules: numbers ? false : 'False',
    LocalUser: 'Any',
    RemoteUser: 'Any',
    RemoteMachine: 'Any',
  };
}

const profiles = ['Domain', 'Private', 'Public'].map((name) => ({
  Name: name,
  Enabled: 'True',
  DefaultInboundAction: 'NotConfigured',
  DefaultOutboundAction: 'Block',
  AllowInboundRules: 'True',
}));

function answer(script) {
  const tree = parser.parse(script);
  try {
    if (tree.rootNode.hasError) {
      const broken = tree.rootNode.descendantsOfType('ERROR')[0] ?? tree.rootNode;
      return 'error\tnot PowerShell at line ' + (broken.startPosition.row + 1) + ': '
        + JSON.stringify(broken.text.slice(0, 100));
    }
    const found = assignments(tree.rootNode);
    if (!found.has('$rules')) {
      return 'ok\t\t\t';
    }
    const rules = hashes(found.get('$rules'));
    const listing = { profiles, rules: rules.map(listed) };
    const text = rules
      .map((rule) => [...rule]
        .map(([key, value]) => key + '=' + value.values.map(encode).join(',')).join('&'))
      .join(';');
    return 'ok\t' + encode(found.has('$group') ? strings(found.get('$group')).values[0] : '') + '\t' + text + '\t'
      + encode(JSON.stringify(listing));
  } catch (e) {
    return 'error\t' + JSON.stringify(String(e));
  } finally {
    tree.delete();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(answer(Buffer.from(line, 'base64').toString('utf8')));
}
