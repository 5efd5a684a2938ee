import { describe, expect, it } from 'vitest';
import { classify } from './kind.ts';

function titles(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

const BREAKOUTS = titles(`
  Breakout session
  Break-out groups
  Breakouts
  Breakout 3
  Breakout rooms: use cases
  Breakout discussions (choose one)
  Parallel breakouts
  Break into small groups
  Split into groups by topic
  Small groups: discuss the prompts
  Small-group work
  Discussion in small groups
  Working groups
  Working group session 2
  Working sessions
  Group work
  Group discussion (Session I)
  Group exercise: mapping
  Group activity
  Table discussions
  Table work
  Discussion at tables
  Hands-on in groups
  Hands-on exercise in pairs
  World café
  World Cafe: three rounds
  Roundtables
  Roundtable discussions
  Parallel groups
  Concurrent sessions
  Unconference slots
  Open space
  Birds of a feather
  BoF sessions
  Hackathon
  Hacking
  Team work
  Work in teams
  Project work in groups
  Focus groups
  Keynote and breakouts
  Breakout 1 and report back
  Small groups: discuss and report back
  Working lunch in small groups
  Breakout 2: Introduction to FAIR
  Small groups: how do we share code?
  Topic tables: think-pair-share
  Gruppenarbeit: Hindernisse
  Arbeitsgruppen
  Workshop-Phase in Kleingruppen
  Ateliers en petits groupes
  Travail en sous-groupes
  Trabajo en grupos
  Grupos de trabajo
  Lavori di gruppo
  Trabalho em grupo
  Groepswerk
  グループワーク
`);

const REPORT_BACKS = titles(`
  Report back
  Report-backs
  Report out
  Reports out
  Reporting back
  Report-outs from the working groups
  Plenary: report-back from breakout 2 (3 min per table)
  Groups report back
  Each group reports out
  Working groups report
  Breakout Report-Outs
  Breakout Session #1 Report Outs (10 min each)
  Breakout 1: report back
  Breakout 1 – Report back
  Breakout summaries
  Summary of breakouts
  Small group feedback
  Feedback from groups
  Share-out
  Sharing back
  Readouts
  Debrief
  Groups present
  Presentation by groups
  Group presentations
  Wrap-up of groups
  Tables share
  Reports from the tables
  Discussion of breakout results
  Rapporteur summaries
  Plenary reports
  Report to plenary
  Harvest: table hosts report
  Teams pitch ideas
  Berichte aus den Arbeitsgruppen
  Vorstellung der Gruppenergebnisse
  Präsentation der Ergebnisse
  Restitution des ateliers
  Mise en commun
  Puesta en común
`);

const BREAKS = titles(`
  Break
  Breaks
  Coffee
  Coffee break
  Coffee/Pastries
  Tea
  Morning tea
  Lunch
  LUNCH
  Lunch and close
  Lunch on your own
  Lunch & networking
  Boxed lunch / adjourn
  Breakfast
  Continental Breakfast & Registration
  Dinner
  Conference dinner
  Working lunch
  Networking break
  Networking
  Reception
  Welcome reception
  Welcome coffee
  Drinks reception
  Social event
  Social dinner
  Happy hour
  Bio-break
  Stretch break
  Refreshments
  Free time
  Adjourn for lunch
  Mittagspause
  Kaffeepause
  Pause
  Pause déjeuner
  Déjeuner
  Almuerzo
  Pausa café
  Pranzo
  Fika
  昼食
`);

const OTHERS = titles(`
  Registration
  Registration and coffee
  Registration/Breakfast
  On-site registration
  Check-in
  Check-in & coffee
  Sign-in
  Badge pickup
  Arrival
  Arrivals, tea and coffee
  Doors open
  Adjourn
  Meeting adjourns
  Close
  End
  End of day 1
  Workshop ends
  Day one concludes
  Departure
  Travel home
  Shuttle to the hotels
  Introductions at your table
  Table introductions
  Ice breaker
  Icebreaker
  Move to breakout rooms
  Transition to breakouts
  Group photo
  Campus tour
  Poster set-up
  Anmeldung und Kaffee
  Accueil des participants
  Fin
`);

const PLENARIES = titles(`
  Welcome
  Welcome and registration of new members
  Introduction and Objectives
  Introductions
  Introduction to breakouts
  How the breakouts work
  How breakout groups work
  Breakout instructions
  Breakout charge
  Charge to the breakout groups
  Instructions for small groups
  Breakout rooms tour
  Overview of working groups
  Keynote: What makes research software last?
  Keynote + Coffee
  Lightning Talks
  Invited talk: Breaking the exascale barrier
  Panel
  Panel discussion
  Roundtable
  Q&A
  Open floor
  Open Floor, Conclusion, and Next Steps
  Plenary discussion
  Whole group discussion
  Large Group Discussion
  Discussion
  Poster session
  Demo session
  Lunch keynote: cheap clusters
  Closing remarks
  Closing
  Wrap-up
  Wrap-up and adjourn
  Next steps
  Recap of day 1
  Report on the state of the field
  Progress reports
  The future of food systems
  Third-party software in practice
  End-to-end workflows
  End-user needs
  Image registration methods
  Networking for exascale
  Closing the gap: research to practice
  Steering group meeting
  Tour de table
  Breaking silos
`);

describe('the kind of a row', () => {
  it.each(BREAKOUTS)('“%s” is work in small groups', (title) => {
    expect(classify(title).kind).toBe('breakout');
  });
  it.each(REPORT_BACKS)('“%s” brings the groups to the plenary', (title) => {
    expect(classify(title).kind).toBe('report-back');
  });
  it.each(BREAKS)('“%s” is a break', (title) => {
    expect(classify(title).kind).toBe('break');
  });
  it.each(OTHERS)('“%s” is something else', (title) => {
    expect(classify(title).kind).toBe('other');
  });
  it.each(PLENARIES)('“%s” is for the whole room', (title) => {
    expect(classify(title).kind).toBe('plenary');
  });

  it('takes the word of another column where the title says nothing', () => {
    expect(classify('Data licences', ['Breakout']).kind).toBe('breakout');
    expect(classify('Lunch', ['Plenary']).kind).toBe('break');
    expect(
      classify('Data licences', [
        'There will be coffee and small groups, but this is a description of it all',
      ]).kind,
    ).toBe('plenary');
  });
});
