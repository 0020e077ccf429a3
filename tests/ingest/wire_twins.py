"""Wire messages of our own wording, shaped as agencies shape theirs."""

from typing import Final

FRAMED: Final = (
    "\x01xqa0412 3 i 57  dpa 0188\r\n\nHarbour/council/\r\n\x02EXTRA\n2ND LEAD\n"
    "Harbour council votes to rebuild the old lighthouse\nBy Ada Brandt, dpa =\r\n\n"
    "Kiel (dpa) - The harbour council voted on Tuesday to rebuild the old\r\n"
    "lighthouse, which a storm had damaged in the winter, and to pay for\r\n"
    "it out of the port's own well-\r\nearned reserves.\r\n\n"
    '"We owe it to the fishermen," the chairwoman said after a debate that\r\n'
    "went on for more than four hours.\r\n\n"
    "# Notebook\r\n\n## Internet links\r\n- [The council](http://harbour.example/vote)\r\n\n"
    "* * * *\r\nThe following information is not intended for publication\r\n\n"
    "## Editorial contacts\r\n- Reporting by: Ada Brandt in Kiel, Bo Lund in\r\n  Flensburg\r\n"
    "- Editing by: Cai Holm, +49 000 1234, <desk@agency.example>\r\n\n"
    "dpa ab bl ch\r\n\x03041530 GMT Mar 25\r\n\x7f\x7f\x04"
)

INDENTED: Final = (
    "a0217KYODO\x1fxxyy-\r\nu s\x14\x12 BC-Rowing-Lake-Cup   04-03 0061\r\n"
    "\x02BC-Rowing-Lake-Cup\r\nRowing: Otsu eight win lake cup for 3rd time+\r\n"
    "     OTSU, Japan, March 4 Kyodo - The Otsu eight won the lake cup on \r\n"
    "Sunday for the third time, finishing two lengths ahead of the crew \r\nfrom Hikone.\r\n"
    "     The Otsu boat -- with four newcomers aboard -- led from the \r\n"
    "first stroke and was never in danger, their coach said.\r\n"
    "==Kyodo\r\n\x03KWS-18:02-04-03-25\x04\r\n"
)

FRENCH: Final = (
    "\x7f\x7f\r\n\x01bsf031 4 ec 42   etf 101\r\n\r\nSuisse\r\n\r\n\x02Situation \r\nSuisse:  \r\n"
    "Le lac gèle: les pêcheurs «patientent» = \r\n \r\n"
    "   Neuchâtel (ats afp) La glace retient les pêcheurs au port depuis \r\n"
    "lundi, a indiqué la commune. Elle compte sur un redoux «dans la \r\nsemaine». \r\n \r\n"
    "   «On attend», a dit un pêcheur. \r\n \r\n(SDA\\/xy) \r\n \r\n\x03031015 mar 25\r\n\x04\r\n"
)

TERMINAL: Final = (
    "UPDATE 2-Dune Republic's voters back new water law\n\n"
    "(Adds quote from minister, background)\n\n"
    "* Law passes with 61 percent\n* Farmers to pay by the cubic metre\n\n"
    "By Eva Stone and Femi Hale\n\n"
    "PORT DUNE, March 4 (Reuters) - Voters in the Dune Republic backed a law on Sunday that puts a price on "
    "river water, results showed.\n\n"
    "The law takes effect next year.\n\n"
    "(Reporting by Eva Stone and Femi Hale; Editing by Gus Reed)\n\n"
    "((eva.stone@agency.example; +00 1 234; ))\n"
)

MARKED: Final = (
    "a0456\nr i BC-DN--Lighthouse,1st Ld-Writethru   03-04 0310\n"
    "^BC-DN--Lighthouse, 1st Ld-Writethru,0310<\n"
    "^Storm-hit lighthouse to be rebuilt, harbour says<\n"
    "^Eds: UPDATES with vote. Links photos.<\n^By ADA BRANDT=\n^Associated Press=\n"
    "   KIEL, Germany (AP) _ The harbour council voted Tuesday to rebuild the\n"
    "lighthouse that a storm had damaged.\n"
    "   Work begins in May.\n   (MORE)\n"
)

GERMAN: Final = (
    "bdt0099 4 pl 60  dpa 0311\n\nHafen/Rat/\n"
    "(Achtung)\nSperrfrist: 5. März 2025, 06:00 MEZ\n"
    "Hafenrat beschließt den Wieder-\naufbau des Leuchtturms =\n\n"
    "Kiel (dpa/lno) - Der Hafenrat hat am Dienstag den Wiederaufbau des\n"
    "alten Leuchtturms beschlossen. Der Sturm hatte ihn im Winter schwer\n"
    "beschädigt.\n\n"
    "Die Ein-\nund Ausfahrt bleibt gesperrt.\n\n"
    "# Notizblock\n\n## Orte\n- Rathaus, Kiel\n\ndpa ab yyzz n1 ch\n"
)
