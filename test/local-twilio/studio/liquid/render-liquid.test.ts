import {
  findLiquidProblem,
  readPaths,
  renderLiquid,
} from "../../../../local-twilio/studio/liquid/render-liquid";
import { NOW } from "../run-flow";

const variables = {
  trigger: { call: { From: "+12125550101" } },
  contact: { channel: { address: "+12125550101" } },
  flow: { variables: { num: "2", yes: "  Yes. " } },
  widgets: {
    menu: { Digits: "1" },
    "menu-es": { Digits: "9" },
    fn: { parsed: { count: 3, sites: [{ name: "A" }, { name: "B" }] }, headers: { "x-y": "h" } },
  },
};

function render(template: string): { text: string; warnings: string[] } {
  const warnings: string[] = [];
  const text = renderLiquid(template, {
    variables,
    now: NOW,
    timezone: "America/Los_Angeles",
    warn: (message) => warnings.push(message),
  });
  return { text, warnings };
}

// https://www.twilio.com/docs/studio/user-guide/liquid-template-language, and what exports in use write.
test.each([
  ["text without Liquid stays as it is", "plain { text }", "plain { text }"],
  ["a path", "{{widgets.menu.Digits}}", "1"],
  ["a hyphenated widget", "{{widgets.menu-es.Digits}}", "9"],
  ["brackets", '{{widgets.fn.headers["x-y"]}}', "h"],
  ["undefined resolves to nothing", "[{{widgets.nothing.at.all}}]", "[]"],
  ["default", '{{widgets.nothing.say | default: "Please speak"}}', "Please speak"],
  ["default of a default", "{{widgets.nothing.say | default: widgets.menu.Digits}}", "1"],
  ["white space and line ends round dots", "{{ widgets. \nfn .parsed.count }}", "3"],
  ["white space round dots in tags", "{% if widgets. \nfn.parsed.count == 3%}y{% endif %}", "y"],
  ["a dot in quotes stays", '{{ "a . b" }}', "a . b"],
  ["ranges stay", "{% for i in (1..3) %}{{i}}{% endfor %}", "123"],
  ["a numeric string is converted by plus", "{{ flow.variables.num | plus: 1 }}", "3"],
  ["counter idiom", "{% if flow.variables.none %}x{% else %}0{% endif %}", "0"],
  ["punctuation of speech", "{{flow.variables.yes | downcase | strip | remove: '.'}}", "yes"],
  ["url_encode", "{{trigger.call.From | url_encode}}", "%2B12125550101"],
  ["replace", "{{contact.channel.address | replace: '+', '%2B'}}", "%2B12125550101"],
  ["to_json keeps an object an object", "{{widgets.fn.parsed.sites[0] | to_json}}", '{"name":"A"}'],
  ["to_json of nothing", "{{widgets.none.x | to_json}}", "null"],
  ["index by a variable", "{% assign i = 1 | plus: 0 %}{{widgets.fn.parsed.sites[i].name}}", "B"],
  ["size", "{{widgets.fn.parsed.sites.size}}", "2"],
  ["case", "{% case widgets.menu.Digits %}{% when '1' %}one{% else %}more{% endcase %}", "one"],
  ["now is Pacific time", "{{ 'now' | date: '%Y-%m-%d %H:%M' }}", "2026-01-05 07:00"],
  ["fifteen iterations of a loop are allowed", "{% for i in (1..15) %}x{% endfor %}", "x".repeat(15)],
])("renderLiquid() %s", (_name, template, expected) => {
  expect(render(template)).toEqual({ text: expected, warnings: [] });
});

test.each([
  [
    "stops a loop after 15 iterations",
    "{% for i in (1..20) %}x{% endfor %}",
    "x".repeat(15),
    "15 iterations",
  ],
  [
    "stops every loop for itself",
    "{% for i in (1..16) %}{% for j in (1..2) %}x{% endfor %}{% endfor %}",
    "x".repeat(30),
    "15",
  ],
  ["gives up on more than 16 kB", `{{ '${"x".repeat(16_384)}' | append: 'y' }}`, "", "16384 bytes"],
  ["passes the value through an unknown filter", "{{ widgets.menu.Digits | shout }}", "1", "shout"],
  ["renders what is no Liquid as nothing", "{{ widgets.menu.Digits", "", "not closed"],
  ["reads no files", "{% include 'package.json' %}", "", "include"],
  [
    "does not know how Studio prints an object",
    "{{ widgets.fn.parsed.sites[0] }}",
    '{"name":"A"}',
    "to_json",
  ],
])("renderLiquid() %s, with a warning", (_name, template, expected, warning) => {
  const { text, warnings } = render(template);
  expect(text).toBe(expected);
  expect(warnings.join()).toContain(warning);
});

test("renderLiquid() renders 16 kB", () => {
  expect(render(`{{ '${"x".repeat(16_384)}' }}`).text).toHaveLength(16_384);
});

test("readPaths() gives what a template reads from outside", () => {
  expect(readPaths("{% assign i = flow.variables.n %}{{ widgets. menu.list[i].x }}{{ i }}")).toEqual([
    ["flow", "variables", "n"],
    ["widgets", "menu", "list", ["i"], "x"],
  ]);
});

test("findLiquidProblem() is silent on Liquid", () => {
  expect(findLiquidProblem("{{ a | upcase }}")).toBeUndefined();
  expect(findLiquidProblem("{{ a | shout }}")).toContain("shout");
  expect(findLiquidProblem("{% if a %}")).toContain("not closed");
});
