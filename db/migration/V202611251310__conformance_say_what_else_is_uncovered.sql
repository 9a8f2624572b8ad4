-- More duties that no norm covers, each with the reason.
insert into conformance_uncovered (position, procedures, duty, article, reason) values
(21, '{inbreukdossier}', 'Horen voor een bewarende inhouding', 'Hoorplicht', 'Een inhouding mag dringend zijn en dan wordt achteraf gehoord; of het dringend was, oordeelt een mens.'),
(22, '{inbreukdossier}', 'Uitnodiging voor de hoorzitting ten minste tien werkdagen vooraf', 'Eigen norm van de dienst', 'De dag van de uitnodiging staat in een brief, niet in een eigen gegeven.'),
(23, '{erkenning,inbreukdossier,opleiding-goedkeuring}', 'Aanwezigheid en belangen in de commissie', 'Huishoudelijk reglement van de commissie; onpartijdigheidsbeginsel', 'Het aantal aanwezigen wordt bij het advies gevraagd; wie zich onthield, staat alleen in het verslag.'),
(24, '{erkenning,inbreukdossier,opleiding-goedkeuring}', 'Een beslissing die van het advies afwijkt, zegt waarom', 'Wet van 29 juli 1991, artikel 3', 'Het formulier weigert een beslissing zonder die reden; of ze volstaat, oordeelt een mens.'),
(25, '{erkenning}', 'Eerste inspectie na de erkenning', 'Werkwijze van de inspectie', 'De inspectie krijgt bericht; haar bezoek staat niet in het dossier.'),
(26, '{*}', 'Toegankelijkheid van brieven en schermen', 'Bestuursdecreet, artikel II.16', 'Dat wordt bij elke versie van Dossierwerk getest, niet per dossier.'),
(27, '{*}', 'Vernietigen op het einde van de bewaartermijn', 'Bestuursdecreet, artikelen III.79 tot III.89', 'Dat volgt een eigen lijst, met een eigen bewijs.'),
(28, '{heroverweging}', 'Volledig heronderzoek van de bestreden beslissing', 'Beginsel van de zorgvuldigheid', 'Of er echt opnieuw onderzocht is, oordeelt een mens.'),
(29, '{administratieve-geldboete}', 'Bedrag binnen de schalen van het decreet', 'Decreet van 30 april 2004', 'De schalen staan bij de bedragen en worden bij het voorstel nagekeken.'),
(30, '{procedurewijziging}', 'Advies van een jurist over een gewijzigde procedure', 'Interne regel', 'De procedure van een wijziging vraagt het niet als eigen stap.');
