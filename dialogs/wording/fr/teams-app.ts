import type { TeamsAppWording } from '../en/teams-app.ts';

export const teamsApp: TeamsAppWording = {
  name: { short: 'Conseils de carrière', full: 'Conseils de carrière pour l’Alberta et le Canada' },
  description: {
    short: 'Renseignements (en anglais) sur les professions au Canada, sources à l’appui.',
    full: [
      'Posez une question sur une profession au Canada, dans vos propres mots : le salaire, les études exigées, les fonctions, les perspectives d’emploi. Chaque chiffre est accompagné de sa source, de la période visée et de la version de la Classification nationale des professions. Un renseignement inconnu est indiqué comme non disponible, et si un titre peut désigner plusieurs professions, on vous demande laquelle.',
      'Dans une conversation personnelle, un court exercice permet de trouver les professions qui correspondent à vos intérêts; vous pouvez aussi comparer des professions et dresser une liste. Dans une équipe ou une conversation de groupe, mentionnez l’application et posez votre question. À partir de la zone de rédaction, cherchez une profession et insérez sa fiche dans la conversation.',
      'Les réponses sont données en anglais par un système automatisé, qui peut mal comprendre; les titres de profession peuvent être en français. L’application ne lit aucun fichier, n’envoie rien sans qu’on le lui demande et ne tient compte ni du genre, ni de l’âge, ni de l’origine, ni du nom. Elle ne donne aucune garantie en matière d’immigration, de droit ou d’embauche. Veuillez ne pas fournir de renseignements personnels. Pour faire effacer tout ce qui est conservé à votre sujet, écrivez « forget me ».',
    ].join('\n\n'),
  },
  commands: {
    help: { title: 'Aide', description: 'Ce que vous pouvez demander, avec des exemples' },
    back: { title: 'Retour', description: 'Revenir à la profession précédente' },
    cancel: { title: 'Annuler', description: 'Abandonner la question en cours' },
    'start-over': { title: 'Recommencer', description: 'Oublier la conversation et repartir à zéro' },
    person: { title: 'Une personne', description: 'Comment joindre une personne par téléphone' },
  },
  examples: [
    'Exemple en anglais : le salaire dans une profession, avec sa source',
    'Exemple en anglais : les études et l’agrément exigés pour une profession',
    'Exemple en anglais : trouver les professions qui correspondent à vos intérêts',
  ],
  lookup: {
    title: 'Chercher une profession',
    description: 'Trouver une profession par son titre ou son code, et insérer sa fiche dans le message',
    query: {
      title: 'Titre ou code de profession',
      description: 'Un titre de profession dans vos propres mots, ou un code de la classification',
    },
  },
  compare: {
    title: 'Comparer des professions',
    description: 'Insérer dans le message les renseignements sur deux professions ou plus, côte à côte',
  },
};
