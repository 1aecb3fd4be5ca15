/** Notes of people in a hurry, each with thirteen details of persons between arrows. No number belongs to anyone we know. */
export const PLANTED: Readonly<Record<string, string>> = {
  'a visit to a supplier': `Visit to Acme, 12 November. We met →Priya Shah← (product lead) and →Tomasz Nowak← at their office.
Her mobile is →07911 123456← and she prefers →priya.shah@acme-widgets.co.uk←. →Tomasz← said the second release slips.
He lives at →14 Maple Avenue←, →LS6 2AB←, so video calls suit him. Invoices go to sort code →20-45-78 account 12345678←.
Their driver's van is →YK19 ABC←. Security wants his passport number: →533401234←. National Insurance →JK123456D←,
date of birth →12/03/1980←. The contact at head office is →J. Okafor←, ask for a demo on Tuesday.`,
  'user research': `Participant 3: →Gwenllian Hughes←, aged 44. Recruited through →Siân← from the library.
Phone →029 2089 8200←, email →gwen_h@btinternet.com←, or on Twitter →@gwen_llan←.
Address: →7 Heol y Parc←, →CF10 3NQ←. NHS number →943 476 5919← was on the letter that she showed us.
Born →3 February 1982←. Blue badge number →BB-4471902←. Her car is →CA12 XYZ←. →Mrs Hughes← struggled with step two.
She read her card aloud: →4111 1111 1111 1111←. Stop the recording there.`,
  'a complaint about grants': `From: →Chidi Okonkwo←
Sent on: Monday. Claimant reference →CLM-2291844←. His son →Emeka← is the applicant's carer.
UTR →12345 67890←, NI number →SH123456A←. Pay into IBAN →GB82 WEST 1234 5698 7654 32← or sort code →12-34-56←.
Call →+353 86 123 4567← after six, or write to →chidi dot okonkwo at outlook dot com←.
Home: →Flat 3, 22 Station Road←, →B33 8TH←. Driving licence →MORGA657054SM9IJ←. Cc →Dr Evans←.`,
  'an incident in the pilot': `At 14:05 →o.petrenko@kyivmail.com← signed in from IP →81.2.69.142←. Staff number →4471902← is →Oleksandr Petrenko←.
His line manager →Harpreet Kaur← rang →0117 922 2000←. His badge had gone. We told →Aisha← in finance.
The badge photo shows number plate →LB07 SEO←. Emergency contact: →Rhodri Llewellyn←, →07511 123 456←.
Passport →A1234567← was scanned by mistake. Patient number →H4471902←, →485 777 3457←.`,
  'a visit to a home': `We saw →Łukasz Wójcik← and →MRS JANE OKORO← at →22-24 Station Road←, →NE1 4LP←, on Tuesday.
Her sister lives at →7 St. Mary’s Close←; letters went to →14 HIGH STREET← until May. NI numbers: →JG.10.37.59.A← and →JG103 759B←.
Passport number →533 381 206←. →Delroy Campbell← rang from →0117 922 2034←. He signed in from →2a02:c7f:1a34:5600::1←
and is paid into →gb29 nwbk 6016 1331 9268 19←.`,
  'a list of people for a workshop': `Present: →Catrin Bowen←, →Dafydd Rees←, →Fatima Begum←. Apologies: →Marek Zielinski←
| →Okafor, Chidi← | →chidi@firm.io← | by post |
| →Ms Taylor← | →t.taylor99@gmail.com← | →07911123457← |
Taxi for →Harriet← from →110 Bishop Street←, →SA1 3SN←; dob →1990-07-09← for the railcard.`,
};
