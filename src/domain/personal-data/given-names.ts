const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\s+/));

/** Given names heard in Britain that are hardly ever another word. */
export const GIVEN = words(
  `Aaliyah Aaron Abbas Abbie Abdul Abdullah Abigail Adam Adebayo Adeel Adrian Adriana Aeron Agata Agnieszka Ahmed Aidan Aisha
  Aisling Alan Alana Alastair Aled Alejandro Aleksander Alessandro Alex Alexander Alexandra Alfie Ali Alice Alicia Alina
  Alisha Alison Alistair Allan Alun Alyssa Amanda Amelia Amina Amir Amit Amrit Amy Ana Anastasia Andrea Andreea Andrew Andrzej
  Aneirin Angela Angharad Angus Anika Anil Anita Anjali Ann Anna Annabel Anne Annette Annie Anthony Antonia Antonio Anwen
  Aoife Archie Arjun Arlo Arthur Arun Arwel Arwen Asha Ashish Ashley Asif Astrid Audrey Ayesha Ayo Barbara Barnaby Beatrice
  Becky Ben Benjamin Beth Bethan Bethany Beverley Bianca Blessing Bogdan Branwen Brenda Brendan Brian Bridget Bronwen Bryn
  Caitlin Callum Cameron Camilla Carl Carla Carlos Carol Caroline Carwyn Catalin Catherine Cathy Catrin Catriona Cecilia
  Ceri Cerys Charles Charlie Charlotte Chidi Chinedu Chioma Chloe Chris Christina Christine Christopher Ciara Cian Claire
  Clara Clare Claudia Clive Colette Colin Colleen Connor Conor Craig Cristina Curtis Cynthia Daffydd Dafydd Damian Damien
  Daniel Daniela Danielle Daria Darius Darren Dave David Dawid Debbie Deborah Declan Deepak Deepa Deirdre Delyth Denise
  Dennis Derek Derrick Desmond Devon Dewi Diana Diane Dilys Dimitri Dinesh Dominic Dominik Donald Donna Dorothy Douglas
  Duncan Dylan Ebony Eddie Edith Edmund Eduardo Edward Edwin Efe Efua Eilidh Eileen Eimear Eira Eirlys Elaine Eleanor Elena
  Eleri Elif Elijah Elin Eliot Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Eluned Elsie Emeka Emily Emilia Emma Emyr Enid
  Enrique Eoin Eric Erica Erin Ernest Esme Esther Ethan Eugene Eunice Eva Evan Eve Evelyn Ewa Ewan Farah Faisal Farhan Fatima
  Fatou Fergus Fernando Ffion Filip Finlay Fiona Fionn Florin Frances Francesca Francesco Francis Francisco Freddie
  Frederick Freya Funmi Gabriel Gabriela Gareth Gavin Gemma Geoff Geoffrey George Georgina Geraint Gerald Geraldine Gerard
  Gethin Giles Gillian Giorgio Giovanni Giulia Glenda Glenn Glenys Gloria Goran Gordon Graeme Graham Greg Gregory Greta Gruffydd
  Guillaume Gurpreet Gwen Gwenllian Gwilym Gwyneth Habib Hafsa Hamish Hamza Hana Hannah Haris Harish Harjit Harpreet Harriet
  Harriett Harry Haruki Harvey Hassan Hayden Hayley Heidi Helen Helena Henry Hiroshi Hugh Huw Hussain Ian Ibrahim Idris Ieuan
  Ifan Ifeoma Ikram Imogen Imran Ines Ingrid Ioan Iolo Iona Irene Irina Iryna Isaac Isabel Isabella Isabelle Isha Isla Ismail
  Ivan Ivana Iwan Iwona Jacek Jack Jackie Jacob Jacqueline Jade Jaime Jakub Jamal James Jamie Jan Jane Janet Janice Janine
  Jasmin Jasmine Jason Javier Jayne Jean Jeanette Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerzy Jess Jessica Jill Jim Jimmy
  Joan Joanna Joanne Joe Joel John Johnny Jon Jonas Jonathan Jorge Jose Josef Joseph Josephine Josh Joshua Joyce Juan Judith
  Judy Julia Julian Julie Juliet Justin Justyna Kamal Kamala Kamil Karan Karen Karim Karl Karolina Kasia Kate Katarzyna Kateryna
  Katherine Kathleen Kathryn Katie Kavita Kayleigh Keeley Keiran Keith Kelly Kelvin Ken Kenji Kenneth Kerry Kevin Khadija
  Khalid Kieran Kim Kiran Kirsten Kirsty Kofi Krishna Kristina Krystyna Krzysztof Kwame Kyle Laila Lakshmi Lara Laszlo Laura
  Lauren Laurence Lea Leah Leanne Lee Leila Leo Leon Leonard Lesley Leslie Lewis Liam Lila Lilian Linda Lindsay Lindsey
  Lisa Liz Llinos Lleucu Llewelyn Lloyd Lorna Lorraine Louis Louisa Louise Luca Lucas Lucia Lucy Luis Lukasz Luke Lydia Lyn Lynda
  Lynn Lynne Lynsey Macie Maciej Madeleine Madison Magda Magdalena Mahmoud Mairead Maisie Malcolm Malgorzata Malik Mandeep
  Mandy Manjit Manoj Manuel Marcel Marcin Marco Marcus Mared Marek Margaret Margarita Maria Mariam Marian Marianne Marie Marilyn
  Mario Marion Marjorie Marta Martha Martin Martyn Mary Maryam Mateusz Mathew Matilda Matt Matthew Maureen Maurice Mehmet
  Megan Meera Mei Meinir Meleri Melanie Melissa Mererid Merfyn Michael Michal Michele Michelle Mihai Miguel Mike Mikolaj Milan
  Milena Millie Milo Mina Miriam Mirela Mohamed Mohammad Mohammed Moira Molly Mona Monica Monika Morag Moses Muhammad Muriel
  Mustafa Myfanwy Nadia Nadine Nadeem Nafisa Naomi Natalia Natalie Natasha Nathan Nathaniel Naveen Neha Neil Nerys Nesta Ngozi
  Nia Niall Niamh Nicholas Nicola Nicole Nigel Nikhil Nikita Nikolai Nina Nisha Nita Nkechi Noah Noel Nora Norma Norman Nuala
  Olamide Oleksandr Olga Olivia Oliver Olu Oluwaseun Omar Omari Oscar Osian Owain Owen Pablo Padraig Pamela Paolo Patricia Patrick
  Patrycja Patryk Paul Paula Paulina Pauline Pavel Pawel Pedro Petra Peter Phil Philip Philippa Phillip Phoebe Phyllis Piotr Pippa
  Piers Polly Pooja Prakash Pranav Preeti Priya Priyanka Przemyslaw Quentin Rachael Rachel Radoslaw Rafael Rahul Raj Rajesh
  Rajiv Ralph Ramesh Rania Rashid Ravi Ravinder Raymond Rebecca Reece Rekha Renata Rhian Rhiannon Rhodri Rhona Rhys Ricardo
  Richard Rick Rita Robert Roberta Roberto Rodney Roger Rohan Rohit Roisin Roksana Roland Ronald Ronan Rory Rosalind Rosemary
  Rosie Ross Rowena Roy Roya Rupert Rupinder Russell Ruth Ryan Saanvi Sabrina Sadia Sadiq Saeed Safiya Saima Sakura Salman
  Sam Samantha Samira Samuel Sandeep Sandra Sanjay Santiago Saoirse Sara Sarah Sarita Saskia Sean Sebastian Selina Serena Sergio
  Seren Shabana Shabnam Shannon Sharon Shaun Shazia Sheila Shelley Shirley Shona Shreya Siân Sian Sibusiso Sile Silvia Simon
  Simran Sinead Siobhan Sioned Siwan Sofia Solomon Sonia Sophia Sophie Stacey Stanislaw Stefan Stella Stephanie Stephen Steve
  Steven Stewart Stuart Subhash Sunil Sunita Surinder Susan Susannah Susie Suzanne Svetlana Swati Sylvia Syed Szymon Taiwo Tamara
  Tamsin Tania Tanya Tara Tariq Tasha Tatiana Tegan Teresa Terence Tesni Thandi Theo Theodore Theresa Thomas Tilly Tim
  Timothy Tina Tobias Toby Tom Tomasz Tomos Tommy Toni Tony Tracey Tracy Trevor Tricia Trisha Tristan Tudor Tunde Ugo Uma
  Una Ursula Usha Usman Valentina Valerie Vanessa Vera Veronica Vicky Vijay Vikram Vincent Vinod Vivek Vivian Vivien Vivienne
  Vladimir Walter Wendy Wesley Wiktoria William Winifred Wojciech Xiang Xin Yan Yasin Yasmin Yewande Ying Yolanda Yusuf Yuki
  Yvette Yvonne Zach Zachary Zahra Zainab Zara Zeynep Zofia Zoe Zoltan Zsofia
  Abena Akosua Akua Amara Aminata Åsa Balwinder Bongani Caoimhe Chukwuma Deepika Delroy Ekaterina François Hao Hyun
  Jagdeep Jing João Kayode Kuldeep Kwabena Latisha Leroy Łukasz Manpreet Minh Mohamud Nadezhda Obinna Olumide
  Parminder Parveen Paulo Ruaridh Rukhsana Shanice Sukhdev Tamika Tendai Thandiwe Tiago Viktor Xiu Zhen Zuzanna`,
);

/** Given names that are words, places or surnames too: names only beside a known surname. */
export const DOUBTFUL = words(
  `Abby Alfred Amber Andy Angel April Art Asa Austin Autumn Barry Basil Belle Bernard Bert Bill Billy Bob Bobby Brad Bruce Bryony
  Celia Chelsea Cherry Christian Clay Cliff Crystal Daisy Dale Dan Danny Dawn Dean Dee Denzel Dev Dolly Don Drew Earl Elton Ernie
  Faith Faye Felicity Felix Fern Flora Florence Frank Fred Freda Garry Gary Gay Gene Georgia Ginny Grace Grant Guy Hal Hazel
  Heather Herb Holly Hope Howard Hugo Iris Ivy Jay Jo Jordan Joy Jude June Kai Kay Keira Kit Lance Lily Lola Lynx Maggie Mark
  Marshall Matty Max May Mick Miles Mo Neal Nell Nick Nicky Norris Olive Opal Paige Pam Pat Patience Pearl Peggy Penelope Penny
  Percy Pete Poppy Prince Ray Reg Rex Rich Rob Robin Rod Ron Rose Ruby Sally Sandy Scott Shane Sid Sky Sonny Stan Sue Summer Sunny
  Sydney Tamar Ted Terry Tess Tracey Val Verity Vic Victor Victoria Vince Viola Violet Virginia Wade Warren Wayne Will Wyn Yasir`,
);

/** Surnames that many people in Britain have, and that tell a person when something before them may be a given name. */
export const SURNAMES = words(
  `Abbott Adams Adeyemi Afolabi Ahmad Ahmed Akhtar Alexander Ali Allen Anderson Andrews Armstrong Arnold Aslam Atkins Atkinson
  Bailey Barker Barnes Barrett Bates Baxter Begum Bennett Bevan Bhatt Bhatti Bibi Birch Bowen Bradley Bradshaw Brooks Brown
  Bryant Burgess Burns Burton Butcher Butler Byrne Cameron Campbell Carr Carroll Carter Chambers Chan Chapman Chaudhry Chen
  Choudhury Chowdhury Clark Clarke Cohen Coleman Collins Connolly Cooper Cox Crawford Cunningham Curtis Dale Daly Das Davies Davis
  Dawson Desai Dixon Doherty Douglas Doyle Duffy Duncan Dunn Edwards Elliott Ellis Evans Farrell Ferguson Fernandez Fisher
  Fitzgerald Fletcher Flynn Foster Fowler Francis Fraser Freeman Gallagher Garcia George Gibson Gill Gomez Gonzalez Goodwin Gordon
  Graham Gray Green Greene Gregory Griffin Griffiths Gupta Hall Hamilton Hancock Harding Harper Harris Harrison Hart Harvey Hassan
  Hayes Henderson Henry Hewitt Hicks Higgins Hill Hodgson Holland Holmes Hopkins Houghton Howe Howell Howells Hudson Hughes Humphries
  Hunter Hussain Hutchinson Hynes Ibrahim Iqbal Islam Jackson Jacobs James Jarvis Jenkins Jennings John Johnson Johnston Jones
  Joshi Kamara Kaminski Kaur Kavanagh Kay Kelly Kemp Kennedy Kerr Khan Khatun Kim King Knight Kowalczyk Kowalski Kumar Lal Lambert
  Lane Lawrence Lawson Leach Lee Lewandowska Lewandowski Lewis Li Lin Liu Lloyd Long Lopez Lowe Lynch MacDonald Mackenzie Mahmood
  Malik Marsh Marshall Martin Martinez Mason Matthews Maxwell Mbeki McCarthy McDonald McGrath McKenzie McLean Mehta Mensah Miah
  Mills Mistry Mitchell Mohamed Mohammed Moore Moran Morgan Morris Morrison Moss Mukherjee Murphy Murray Nair Nash Nelson Newman
  Nguyen Nicholls Nicholson Nolan Nowak Obi Okafor Okoro Osborne Owen Owens Owusu Palmer Parker Parmar Parry Parsons Patel Pearce Pearson
  Perkins Perry Peters Phillips Poole Popescu Powell Preston Price Pritchard Probert Prosser Pugh Quinn Rahman Rai Rajput Rana Rao
  Raza Reddy Reed Rees Reid Reilly Reynolds Richards Richardson Rivera Roberts Robertson Robinson Rodriguez Rogers Ross Rowe Rowlands
  Russell Ryan Sahota Sanchez Sanders Saunders Schmidt Schneider Scott Shah Shaikh Sharma Sharp Shaw Shepherd Sheikh Sidhu Silva
  Simpson Sims Singh Sinclair Slater Smith Smyth Spencer Stephens Stephenson Stevens Stevenson Stewart Stone Sullivan Summers Sutton
  Swift Taylor Thomas Thompson Thomson Thornton Todd Townsend Tran Tucker Turner Uddin Vaughan Wagner Walker Wallace Walsh Walters
  Wang Ward Warner Watkins Watson Watts Webb Webster Wells Welsh West Wheeler White Whitehead Whittaker Wilkins Wilkinson Williams
  Williamson Willis Wilson Winter Wojcik Wong Wood Woods Wright Wu Yang Yates Young Yusuf Zhang Zielinska Zielinski O'Brien O'Connor
  O'Neill O'Reilly O'Sullivan Llewellyn Gwynne Iorwerth Prydderch ap-Rhys`,
);

/** Words that follow a given name where no person is meant, and words of offices, places and firms. */
export const NO_SURNAMES = words(
  `Academy Act Address Agency Agile Airport And Arena Association Authority Avenue Award Awards Bank Bay Bill Board Bot Bridge
  Building Business Centre Center Charity Church Church's City Clinic Close Cloud College Commission Committee Commons Company
  Conference Consulting Corp Corporation Council Court Cup Data Day Department Design Digital Directorate Drive Energy Engine Estate
  Fellow Fellowship Festival Foundation Framework Fund Gallery Gardens Government Group Guide Hall Health Heights High Hospital
  Hotel House Housing Inc Initiative Inn Institute Institution International Island Job Jobs Junction Lab Labs Lane Language Law
  Library Limited Lodge Ltd Market Medal Media Memorial Mill Ministry Museum Network News Office Panel Park Parliament Partners
  Partnership Place Plan Plc Plugin Port Press Prize Programme Project Quay Railway Regulations Report Research Review River
  Road Rooms Royal School Schools Service Services Society Software Solutions Square Stadium Station Street Studio Studios Summit
  Survey Sync Systems Team Technologies Technology Terrace Theatre Theorem Tool Tower Trust Union University Valley Village Wales Walk Way
  England Scotland Ireland Britain London Cardiff Belfast Edinburgh Of The In On At For To From With Or But Is Was Has Had Will Can
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March June July August September October November
  December Beta Alpha API App Script Server Test Tests Bloggs Doe Example Sample Dummy Public Local Regional National Central Crown
  Cabinet Home Foreign Treasury Defence Justice Commercial Contracts Tender Procurement Supplier Suppliers Policy Delivery
  Product Manager Director Head Lead Officer Chief Secretary Minister Analyst Engineer Designer Researcher Developer Owner User
  Users Note Notes Pack Packs Guidance Early Safely Finance Legal Security Support Operations Transport Education Work Pensions Planning
  Committee's Notice Notices Section Part Stage Step Version Release Appendix Annex Table Figure Chapter Question Questions Answer`,
);
