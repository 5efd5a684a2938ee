/**
 * The words by which `classify` tells kinds of rows apart: English at length, German, French, Spanish, Italian,
 * Portuguese and Dutch for the frequent ones. All match words as `foldWords` leaves them.
 */

const groups = String.raw`(?:groups?|tables?|break-?outs?|teams?|tracks?|sub-?groups?|working groups?|small groups?|discussions?)`;
const meal = String.raw`(?:coffee|tea|lunch(?:eon)?|brunch|breakfast|dinner|supper|drinks|reception|refreshments?|snacks?|cocktails?|aperitivo|apéro|buffet|banquet|barbecue|bbq|picnic)`;

/** Work in small groups. */
export const BREAKOUT = anyOf(
  String.raw`\bbreak[- ]?outs?\b`,
  String.raw`\bbreak(?:ing)? (?:out |up )?into\b.{0,30}\b(?:groups?|teams?|tables|pairs|rooms)\b`,
  String.raw`\b(?:split|divide|form|forming|work|working|discuss|discussions?|exercises?|activit(?:y|ies)|brainstorm(?:ing)?|hands[- ]on)\b.{0,24}\b(?:in|into|at|within) (?:your |the |their |small |smaller |parallel |break-?out |interdisciplinary |mixed )*(?:groups|teams|pairs|tables|trios|triads)\b`,
  String.raw`\b(?:in|into) (?:small |smaller |parallel |mixed |thematic )*(?:groups|teams|pairs|trios)\b`,
  String.raw`\bsmall(?:er)?[- ]groups?\b`,
  String.raw`\b(?:groups|teams|tables) (?:discuss|work|develop|design|build|prototype|draft|write|brainstorm|create|prepare|explore)\b`,
  String.raw`\b(?:\d{1,2}|two|three|four|five|six|eight) (?:parallel |small |discussion |break-?out )?(?:groups|tables)\b`,
  String.raw`\b(?:groups|teams|pairs|tables) of (?:\d|two|three|four|five|six|eight|ten)|\(in [a-z-]+ (?:groups|teams)\)|\bin (?:regional|local|country|departmental|disciplinary|table|project|mixed|your|their) (?:groups|teams)\b`,
  String.raw`^(?:parallel |afternoon |morning |interactive |practical |thematic )*workshops\b|\bworkshops? \(choose`,
  String.raw`\b(?:parallel|thematic|discussion|focus|topic|topical|interest|peer|theme|buzz|affinity) groups?\b`,
  String.raw`\bworking[- ](?:groups?|sessions?|tables?|parties)\b`,
  String.raw`\bwgs? (?:sessions?|meetings?|discussions?|work)\b|\bparallel wgs?\b`,
  String.raw`\bwork(?: ?streams?| sessions?)\b`,
  String.raw`\bgroup[- ](?:work|discussions?|activit(?:y|ies)|exercises?|brainstorm(?:ing)?|sessions?|tasks?|projects?|conversations?|writing|drafting|break-?outs?|deliberations?|[a-d1-9]\b)`,
  String.raw`\b(?:table|tabletop|topic table)[- ](?:work|discussions?|activit(?:y|ies)|exercises?|brainstorm(?:ing)?|sessions?|talks?|conversations?|dialogues?)\b`,
  String.raw`\b(?:discussions?|conversations?|brainstorm(?:ing)?|talks?|dialogues?|work|activit(?:y|ies)|exercises?) (?:at|around) (?:your |the |their )?tables?\b`,
  String.raw`\bteam ?(?:work|time|hacking|sessions?|projects?)\b|\bproject (?:work|time|groups?|teams)\b`,
  String.raw`\bround[- ]?tables\b|\bround[- ]?table (?:discussions|conversations|groups|sessions)\b`,
  String.raw`\bworld[- ]?caf[eé]s?\b|\bknowledge caf[eé]s?\b|\bopen[- ]space\b|\bunconference\b|\bbirds[- ]of[- ]a[- ]feather\b|\bbofs?\b|\bcharrettes?\b`,
  String.raw`\b(?:parallel|concurrent|simultaneous|split) (?:working |discussion |thematic |topical |interactive |workshop )?(?:sessions?|tracks?|workshops?|discussions?|rooms?|streams?)\b`,
  String.raw`\bhack(?:athon|fest| ?day|ing|ing session| session| time)\b|\b(?:coding|code|design|doc(?:umentation)?|writing|book)[- ]sprints?\b|^sprint(?:ing|s)?\b|\bco-?writing\b|\bcollaborative (?:work|working|writing|session)`,
  String.raw`\bthink[- ]pair[- ]share\b|\bpair (?:work|programming|discussions?)\b|\bgroup-?wise\b|\bspeed[- ]?geeking\b`,
  String.raw`\bgruppen(?:arbeit(?:en)?|diskussion(?:en)?|phase)\b|\b(?:arbeits|klein|themen)gruppen?\b|\barbeits(?:phase|sitzung|tische)\b|\bthementische?\b|\btischgespräche?\b|\bworkshop-?phase\b|\bworkshops?runde\b|\bparallele (?:workshops|sitzungen|sessions|gruppen)\b|\bin (?:kleinen )?gruppen\b`,
  String.raw`\bateliers?\b|\btravail en (?:petits )?(?:sous-?)?groupes?\b|\btravaux (?:de|en) (?:sous-?)?groupes?\b|\bgroupes? de (?:travail|discussion)\b|\b(?:petits |sous-)groupes\b|\bsessions? parallèles?\b`,
  String.raw`\b(?:trabajo|trabajos) (?:en|de) grupos?\b|\bgrupos? (?:de trabajo|pequeños|de discusión)\b|\bmesas de (?:trabajo|diálogo)\b|\btalleres\b|\bsesiones paralelas\b`,
  String.raw`\blavor[oi] (?:di|in) gruppo\b|\bgruppi di (?:lavoro|discussione)\b|\btavoli (?:di lavoro|tematici)\b|\bsessioni parallele\b`,
  String.raw`\btrabalhos? (?:em|de) grupos?\b|\bgrupos de trabalho\b|\boficinas?\b`,
  String.raw`\bgroeps?werk\b|\bwerkgroep(?:en)?\b|\bdeelsessies?\b|\bgrupp(?:arbeten?|diskussion(?:er)?)\b|\bgruppedis[ck]us[sj]j?on(?:er)?\b|\bgruppearbejde\b|\bgruppearbeid\b`,
  String.raw`分科会|グループ(?:ワーク|討論|ディスカッション)|分组讨论|小组讨论`,
);

/** The plenary hears the groups. */
export const REPORT_BACK = anyOf(
  String.raw`\breport(?:s|ing)?(?:[- ](?:back|outs?|in plenary)|backs?|outs?)s?\b`,
  String.raw`\b(?:groups?|tables|teams|break-?outs|(?:group|table|team|break-?out) (?:leaders?|chairs?|leads?|hosts?|representatives?|spokespe(?:ople|rsons?))|rapporteurs?|reporters|scribes|moderators|facilitators) (?:to )?(?:reports?(?! on the state)|presents?|shares?|pitch|show|feed ?back|reporting|presenting|sharing)\b`,
  String.raw`\b(?:reports?|reporting|presentations?|demos?|show (?:and|&) tell|pitch(?:es)?|posters?|summar(?:y|ies)|feedback|outcomes?|results?|findings?|highlights?|key points|take-?aways|conclusions?|synthesis|recap|read-?outs?|debrief(?:ing)?|share-?outs?|messages|insights|wrap-?up|harvest(?:ing)?|discussion|review|sharing|consolidation)(?: and (?:discussion|synthesis|feedback|reports?|summar(?:y|ies)))? (?:of|from|by|on|for) (?:the |all |each |small |our |four |three |every |morning |afternoon |parallel |individual |different )*(?:working[- ]groups?|small[- ]groups?|discussion groups?|sub-?groups?|groups?(?! (?:photo|dinner))|tables?|break-?outs?|break-?out (?:groups?|sessions?|rooms?)|teams?|group (?:work|discussions?)|table (?:work|discussions?)|world caf[eé]|rapporteurs?|round[- ]?tables?|stations|rooms|bofs|ateliers|workshops|unconference(?: sessions?)?|hackathon|parallel (?:sessions?|groups?|tracks?))\b`,
  String.raw`\b(?:break-?out(?: (?:group|session|room)s?)?|working[- ]groups?|wgs?|small[- ]groups?|groups?|tables?|teams?|rapporteurs?(?:'s?)?|moderators'?|sub-?groups?|parallel (?:session|track)s?|world caf[eé])(?: (?:#?[1-9a-d]|i{1,3}|sessions?))*s?[’']?[- :–—]+(?:discussion )?(?:reports?|reporting|presentations?|feedback|summar(?:y|ies)|outcomes|results|findings|highlights|read-?outs?|debriefs?|debriefing|share-?outs?|shar(?:e|ing)(?: (?:back|out))?|harvest|synthesis|recaps?|take-?aways|wrap-?ups?|key points)\b`,
  String.raw`\bshar(?:e|ing)[- ]?(?:backs?|outs?)s?\b|\bread[- ]?outs?\b|\b(?:de|out|back)-?brief(?:s|ing)?s?\b|\bgallery[- ]walk\b|\bharvest(?:ing)?\b|\bplay-?backs?\b|\bfeed-?back (?:in|to) (?:the )?plenary\b|\bplenary (?:feedback|reports?|reporting|report)\b|\breports? (?:to|in) (?:the )?(?:plenary|full group|large group)\b|\brapporteurs?\b`,
  String.raw`^presentations? of (?:the )?(?:group )?results$`,
  String.raw`\breconvene\b.{0,20}\b(?:share|report|discuss (?:results|findings))\b`,
  String.raw`\bergebnisse (?:vorstellen|präsentieren|teilen)\b|\b(?:präsentation|vorstellung|zusammenfassung|diskussion|bericht|berichte|ergebnisse|rückmeldung(?:en)?|zusammentragen)(?: und diskussion)?(?: (?:aus|der|von|den))+ (?:gruppen?|arbeitsgruppen|kleingruppen|workshops?|ergebnisse|arbeitsergebnisse|gruppenarbeit(?:en)?|gruppenergebnisse|tischen|thementischen)\b|\b(?:gruppen|ergebnis|arbeitsgruppen)(?:präsentation(?:en)?|berichte?|sicherung|vorstellung(?:en)?|ergebnisse)\b`,
  String.raw`\brestitutions?\b|\bmise en commun\b|\bretours? (?:en plénière|des (?:groupes|ateliers)|sur les ateliers)\b|\bcomptes?[- ]rendus? des (?:groupes|ateliers)\b|\bsynthèse des (?:groupes|ateliers)\b|\b(?:présentation|rapport)s? des (?:groupes|ateliers|travaux)\b`,
  String.raw`\bpuesta en común\b|\b(?:presentación|conclusiones|informes?|resultados) de (?:los |las )?(?:grupos|mesas|talleres)\b`,
  String.raw`\brestituzion[ei]\b|\bpresentazione dei (?:gruppi|lavori|risultati dei gruppi)\b|\bapresentação dos grupos\b|\bplenaire terugkoppeling\b|\bterugkoppeling\b|\b(?:ater|till?bake)rapportering\b`,
);

/** Says how the groups will work, and is not yet their work: told in the whole room. */
export const ABOUT_GROUPS = anyOf(
  String.raw`\b(?:introduc(?:tion|ing|e)|intro|instructions?|briefing|overview|explanation|explain(?:ing)?|explained|orientation|guidelines?|charge|purpose|preview|logistics|set-?up|setting up|plans?|planning|preparation|preparing|assignments?|formation|sign-?up|announcement|goals|aims?|objectives|kick-?off|motivation|selection|choosing|proposals?|framing)s? (?:of|to|for|on|the|about|into) (?:the |our |today's |this |afternoon |morning |upcoming |first |second |how )*(?:[a-z]+ )?(?:${groups}|parallel sessions?|world caf[eé]|unconference|open space|group (?:work|discussions?)|hackathon|gruppenarbeit|ateliers)`,
  String.raw`^(?:how|what) (?:the |do the |do |to |we |will |are |our |makes? )*(?:${groups}|group work) (?:sessions? |groups? |rooms? )*(?:work|works|run|will|is|are)\b`,
  String.raw`^how (?:to|we) (?:run|use|work in|do|report)\b.{0,40}\b(?:${groups}|back)\b`,
  String.raw`\b(?:break-?outs?(?: (?:groups?|sessions?|rooms?))?|small[- ]groups?|working[- ]groups?|group[- ]work|group activity|unconference|open space|world caf[eé]|report[- ]?(?:back|out)s?|hackathon|table discussions?) (?:[1-9] )?(?:instructions?|introductions?|intro|overview|briefings?|charges?|logistics|orientation|guidelines|assignments?|explained|explanation|set-?up|sign-?up|selection|formation|tour|kick-?off|planning|topics? selection|pitch(?:es)?|rules|preview|updates?)\b`,
  String.raw`\beinführung in die (?:gruppenarbeit|arbeitsgruppen|workshops)\b|\b(?:présentation|introduction) (?:des|aux) ateliers\b(?! (?:results|résultats))`,
);

/** The whole room, although it says "group". */
export const WHOLE_ROOM = anyOf(
  String.raw`\b(?:whole|large|full|entire|all|big|main|open|plenary|plenum|general)[- ](?:group|room|table)?[- ]?(?:group )?(?:discussion|conversation|debrief on logistics|brainstorm(?:ing)?|activity|session|dialogue)\b`,
  String.raw`\b(?:steering|advisory|user|research|expert|core) group\b`,
);

/** Coffee and meals, and time to oneself. */
export const BREAK = anyOf(
  String.raw`\b(?:${meal}|meals?|pizza|ice[- ]cream|happy hour|pub(?: quiz| crawl)?|mixer|social(?:i[sz]ing)?(?= *(?:event|hour|dinner|evening|program(?:me)?|gathering|time|mixer|activity|activities|$|[,/&(]))|recess|intermission|free (?:time|evening|afternoon)|leisure|time off|siesta|at leisure|on your own)\b`,
  String.raw`\b(?:welcome|opening|closing|farewell|goodbye|group|team|award|keynote|working|conference|workshop|gala|informal|speakers'?|informal|community|light|continental|boxed|hosted|networking|poster|get[- ]together)[- ](?:${meal}|party|break)\b(?! (?:talk|speech|keynote|lecture|seminar|address))`,
  String.raw`^(?:informal |open |facilitated |free |evening )*networking\b(?! (?:infrastructure|technolog|protocol|for\b|hardware|research))|(?:and|&|\+|,|/|with) networking$|\bnetworking (?:break|event|session|time|hour|activity|opportunity)\b`,
  String.raw`^adjourn(?:ment|ed|s)? (?:for|to) (?:the )?(?:group )?${meal}\b|\b(?:closing|dinner|garden|farewell|welcome|after|evening|boat|workshop|conference)?[- ]?(?<!third[- ])party$`,
  String.raw`\bbreaks?\b(?! (?:the|down|through|up|into|out|away|it|even|barriers|free|new|with|from))`,
  String.raw`\b(?:pause|bio[- ]?break|comfort break|stretch(?:ing)?(?: break)?|leg stretch|fika|health break|tea ?time|refuel)\b|^(?:coffee (?:and|&) )?cakes?\b|\bwine (?:and|&|reception|tasting)`,
  String.raw`\b(?:kaffee|mittags?|tee|früh|kurze |vormittags|nachmittags)?-?pausen?\b|\bkaffee\b|\bmittag(?:essen|spause|simbiss)?\b|\bfrühstück\b|\babendessen\b|\bimbiss\b|\b(?:sekt|abend)?empfang\b|\bgemeinsames essen\b|\bausklang\b|\bget[- ]together\b`,
  String.raw`\bpause[- ](?:café|déjeuner|midi)\b|\bdéjeuner\b|\bdejeuner\b|\bdîner\b|\bcafé(?! (?:scientifique|method))\b|\bgoûter\b|\bcollation\b|\bcocktail\b|\brepas\b`,
  String.raw`\b(?:pausa|descanso|almuerzo|comida|cena|desayuno|café|merienda|pranzo|colazione|caffè|almoço|jantar|intervalo|receso|refrigerio|lunch(?:pauze)?|koffie(?:pauze)?|pauze|borrel|kaffe|frokost|lunsj|middag|paus|rast)\b`,
  String.raw`休憩|昼食|コーヒー|懇親会|茶歇|午餐|午休|晚宴`,
);

/** Neither groups, nor food, nor a programme for the room. */
export const OTHER = anyOf(
  String.raw`(?:^|(?:\band\b|&|\+|,|/|\bwith\b) ?)(?:on-?site |participant |attendee |workshop |conference |late |badge |early )*registration\b(?! (?:of|methods?|algorithms?|techniques?|framework|problem|pipelines?))|^registering\b`,
  String.raw`\b(?:check|sign|log)[- ]?(?:in|out)s?\b|\bbadge(?:s| pick-?up| collection)?\b|\bpick[- ]?up (?:of )?badges?\b`,
  String.raw`^(?:guest |participants? |delegates? )?(?:arrivals?|arrive|arriving)\b(?! (?:time|rate|process)s?\b)|\bparticipants? arrive\b|\barrivals?(?: of (?:participants|guests|delegates)| and|,|$)|\b(?:doors|room|zoom(?: room)?|venue|desk|line|lobby) opens?\b|^doors\b`,
  String.raw`\badjourn(?:ment|ed|s)?\b|\bdismiss(?:al|ed)?\b|^(?:all )?done[.!]?$|^(?:the |formal |official )?(?:close|closes|closed|closure|end|ends|finish|finished)$|^(?:formal |official )?(?:close|closes|closure|end|ends|finish)\s+(?:of\b|day\b|workshop|meeting|session|[-–—(])|\b(?:workshop|meeting|event|conference|day(?: (?:one|two|three|\d))?|program(?:me)?|session) (?:ends?|adjourns?|closes|close|concludes?|finishes|finish)\b|\b(?:and|&|\+|,|/) (?:close|end|finish)\b|^end of\b`,
  String.raw`^(?:departures?|depart|departing|leaving|goodbyes?|farewells?|check-?out)\b(?! from)|\bdepartures?$|^(?:travel|transfers?|transport(?:ation)?|shuttles?|(?:night )?bus(?:es)?|coach(?:es)?)(?: (?:day|home|back|to|from|time|leaves?|departs?|pick-?up)\b|$)|\b(?:shuttle|bus|coach|train)(?:es)? (?:to|from|leaves?|departs?|back|pick-?up)\b`,
  String.raw`\bintroductions?\b.{0,20}\b(?:at|around|with|within|in) (?:your |the |their |each |small )*(?:tables?|groups?|neighbou?rs?|pairs)\b|\b(?:table|small[- ]group|group|neighbou?r) introductions?\b|\bmeet (?:your|the|with your) (?:table|group|team|neighbou?r)s?\b|\b(?:get(?:ting)?[- ]to[- ]know|find) (?:your|each other|one another)\b.{0,24}|\bice[- ]?breakers?\b`,
  String.raw`\b(?:transition|move|moving|relocate|go|walk|proceed)\b.{0,20}\b(?:to|into|between)\b.{0,30}\b(?:rooms?|tables?|groups?|break-?outs?|hall|sessions?)(?: rooms?)?$|^transition\b|\bchange ?over\b|^(?:room change|change of rooms?|switch rooms?)`,
  String.raw`\b(?:group|family|team) (?:photo|picture)(?:graph)?s?\b|\bphoto(?:graph)?s? (?:session|op)\b|^photo\b`,
  String.raw`^(?:room |poster |stage |venue |equipment |table |pack |tech(?:nical)? |av |a\/v |sound )?(?:set-?up|setting up|clean-?up|tear-?down|take-?down|check|checks|packing up|tidy up|rehearsal)$|\btech(?:nical)? (?:check|support|set-?up)\b`,
  String.raw`^(?:optional )?(?:(?:lab|campus|city|site|facility|guided|walking|museum|factory) )?(?:tours?(?! de table)|excursions?|sightseeing|hikes?|site visits?|visits? (?:to|of)|field trips?)\b|^(?:optional |guided |lab |campus |city )+tour\b`,
  String.raw`\b(?:registrierung|anmeldung|ankommen|ankunft|anreise|abreise|eintreffen|einlass|akkreditierung|verabschiedung|ende der veranstaltung)\b|^(?:ende|schluss)\b`,
  String.raw`\b(?:inscriptions?|enregistrement|accueil des participants|émargement|arrivée|départ)\b|^(?:accueil|fin|clôture)$|^fin de\b`,
  String.raw`\b(?:registro|inscripción|acreditación|llegada|salida|registrazione|iscrizione|arrivo|partenza|inscrição|credenciamento|inloop|ontvangst|aanmelding|vertrek|registrering)\b|^(?:fin|fine|cierre|chiusura|einde|slut)$`,
  String.raw`受付|閉会$|签到|注册`,
);

/** The whole room: needed only to win over a break or a farewell named later in the title. */
export const PLENARY = anyOf(
  String.raw`\b(?:welcom(?:e|ing)|opening|keynotes?|plenar(?:y|ies)|plenum|panels?|panelists?|talks?|lectures?|lightning|presentations?|remarks|address|introductions?|intro|instructions?|briefing|explanations?|overview|objectives|discussions?|q ?& ?a|questions|open floor|conclusions?|concluding|wrap[- ]?up|summing[- ]up|summary|next steps|posters?|demos?|demonstrations?|tutorials?|seminar|training|session|reflections?|recap|synthesis|closing (?:remarks|session|plenary|words|discussion|keynote|ceremony|comments|statements?|reflections?|circle)|final (?:remarks|discussion|thoughts|words)|goals|agenda|updates?|vote|voting|prioriti[sz]ation|feedback|survey|evaluation|awards?|ceremony|fishbowl|town ?hall|ask me anything|fireside|debate|housekeeping|logistics|begrüßung|eröffnung|vortrag|vorträge|ausblick|zusammenfassung|fazit|abschluss|podium(?:sdiskussion)?|impuls(?:vortrag)?|diskussion|bienvenue|ouverture|conférence|présentation|table ronde|bienvenida|apertura|conferencia|mesa redonda|inauguración|ponencia|benvenuto|saluti|abertura|welkom|opening)\b`,
);

/** A talk during a meal is a talk. */
export const TALK_AT_MEAL = new RegExp(
  String.raw`\b${meal}(?:time)?[- ](?:talks?|speech|speaker|keynotes?|lectures?|seminars?|address|presentations?|panels?|plenary|session|symposium)\b`,
);

/** Lower case, plain hyphens and apostrophes, and no accents: each letter stays at its place. */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/[’`]/g, "'")
    .replace(/[‐‑−]/g, '-');
}

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map(foldAccents).join('|'));
}

// Folding case would turn `\B` into `\b`.
function foldAccents(pattern: string): string {
  return pattern.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0));
}
