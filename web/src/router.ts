import { createRouter, createWebHashHistory } from 'vue-router'
import NewCorpus from './new/NewCorpus.vue'

// Routes lie behind the #, so the page works from any static host, and a shared recipe, which lies
// there too, is never sent to one.
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: 'new' } },
    { path: '/new', name: 'new', component: NewCorpus },
    { path: '/jobs', name: 'jobs', component: () => import('./jobs/JobsPage.vue') },
    { path: '/jobs/compare', name: 'compare', component: () => import('./jobs/ComparePage.vue') },
    { path: '/jobs/:id', name: 'job', component: () => import('./job/JobPage.vue'), props: true },
    { path: '/:rest(.*)*', name: 'lost', component: () => import('./ui/LostPage.vue') },
  ],
  scrollBehavior: (to, from) => (to.name === from.name ? undefined : { top: 0 }),
})
