-- Texts that answers carry and the exceptions to openness; numbers of points inside an article could not be read and are left to the lawyer (procedures.md 1.10, 1.15).
insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_OPENBAARHEID', date '2019-01-01',
 'het Bestuursdecreet van 7 december 2018, titel II, hoofdstuk 3 (toegang tot bestuursdocumenten), in het bijzonder de artikelen II.30 en II.34 tot II.36; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
 'procedures.md 1.10; draft to be approved by the lawyer'),
('BEROEPSCLAUSULE_OPENBAARHEID', date '2019-01-01',
 'Tegen deze beslissing kunt u binnen dertig dagen na de kennisgeving beroep instellen bij de Beroepsinstantie inzake de toegang tot bestuursdocumenten, Havenlaan 88, 1000 Brussel. Stuur een brief of een e-mail met uw gegevens, deze beslissing en de reden van uw beroep. Het beroep is gratis. Een vraag aan het departement om de beslissing te herzien, schorst of verlengt deze termijn niet.',
 'procedures.md 1.10; draft to be approved by the lawyer'),
('OPENBAARHEID_GEEN_ANTWOORD', date '2019-01-01',
 'U hoeft niet langer op ons te wachten. Omdat de termijn verstreken is, kunt u nu al beroep instellen bij de Beroepsinstantie inzake de toegang tot bestuursdocumenten, Havenlaan 88, 1000 Brussel. Dat is gratis. Geen antwoord van ons is geen weigering: wij nemen nog een beslissing.',
 'procedures.md 1.10, 4.1 (term of order); draft to be approved by the lawyer'),
('KLACHT_OMBUDSDIENST', date '2000-01-01',
 'Bent u niet tevreden met dit antwoord of met de manier waarop wij uw klacht behandelden? Dan kunt u gratis terecht bij de Vlaamse Ombudsdienst, Leuvenseweg 86, 1000 Brussel, telefoon 1700, www.vlaamseombudsdienst.be.',
 'procedures.md 1.10; draft to be approved by the lawyer'),
('KLACHT_GEEN_GEVOLG', date '2000-01-01',
 'Een klacht gaat over de manier waarop wij u behandelden. Ze verandert geen enkele beslissing in een dossier, en ze schorst of verlengt geen beroepstermijn. Bent u het niet eens met een beslissing? Volg dan wat in die beslissing staat over beroep.',
 'procedures.md 1.10 (no legal effect); draft to be approved by the lawyer');

insert into openness_exception (code, valid_from, article, content, source) values
('GEHEIMHOUDING', date '2019-01-01', 'artikel II.34', 'een wettelijke geheimhoudingsplicht', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('PRIVACY', date '2019-01-01', 'artikel II.34', 'de bescherming van de persoonlijke levenssfeer', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('BERAADSLAGING', date '2019-01-01', 'artikel II.34', 'het geheim van de beraadslagingen', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('STRAF_OF_SANCTIE', date '2019-01-01', 'artikel II.34', 'een document voor een strafvordering of een administratieve sanctie', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('TUCHT', date '2019-01-01', 'artikel II.34', 'een document voor een tuchtmaatregel', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('VERTROUWELIJK_DERDE', date '2019-01-01', 'artikel II.34', 'informatie die een derde vrijwillig en vertrouwelijk bezorgde', 'Bestuursdecreet II.34; point to be confirmed by the lawyer'),
('BELANG_OVERHEID', date '2019-01-01', 'artikel II.35', 'een economisch, financieel of commercieel belang van de overheid', 'Bestuursdecreet II.35; point to be confirmed by the lawyer'),
('BEDRIJFSGEHEIM', date '2019-01-01', 'artikel II.35', 'vertrouwelijke gegevens van een onderneming', 'Bestuursdecreet II.35; point to be confirmed by the lawyer'),
('RECHTSPLEGING', date '2019-01-01', 'artikel II.35', 'de rechtspleging en een eerlijk proces', 'Bestuursdecreet II.35; point to be confirmed by the lawyer'),
('TOEZICHT', date '2019-01-01', 'artikel II.35', 'de vertrouwelijkheid van een audit, inspectie of controle', 'Bestuursdecreet II.35; point to be confirmed by the lawyer'),
('OPENBARE_ORDE', date '2019-01-01', 'artikel II.35', 'de openbare orde en de veiligheid', 'Bestuursdecreet II.35; point to be confirmed by the lawyer'),
('MILIEU', date '2019-01-01', 'artikel II.36', 'een uitzondering voor milieu-informatie', 'Bestuursdecreet II.36; point to be confirmed by the lawyer');
