"""Loggers, levels, handlers, formatters and filters."""
import logging, sys
logging.warning('early %s', 1)
logging.info('no')
log=logging.getLogger('a.b'); print(log, log.parent, logging.getLogger('a'), logging.root)
print(log.parent.name, log.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(20))
h=logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s'))
log.addHandler(h); log.setLevel('DEBUG'); log.propagate=False
log.debug('d %d',3); log.info('i'); log.warning('w %(x)s',{'x':1}); log.error('e'); log.critical('c'); log.log(25,'custom')
logging.addLevelName(25,'NOTICE'); log.log(25,'custom'); print(logging.getLevelName(25),logging.getLevelName('NOTICE'),logging.getLevelName(99))
h.setFormatter(logging.Formatter('{levelname}:{message}',style='{')); log.info('brace')
h.setFormatter(logging.Formatter('$levelname:$message',style='$')); log.info('dollar')
logging.basicConfig(stream=sys.stdout,level=logging.INFO,format='%(message)s!',force=True); logging.info('root'); logging.debug('no')
class F(logging.Filter):
    def filter(self,r): return 'x' in r.getMessage()
log.addFilter(F()); log.info('y'); log.info('x')
for f in [lambda:log.setLevel('FOO'),lambda:log.setLevel(1.5),lambda:logging.basicConfig(foo=1,force=True),lambda:log.log('a','b'),lambda:log.info('x',extra={'name':1})]:
    try: f()
    except Exception as e: print(type(e).__name__,e)
ad=logging.LoggerAdapter(log,{'k':1}); ad.info('x adapter')
print(h, log.handlers, log.hasHandlers())
logging.disable(logging.ERROR); log.warning('x none'); log.critical('x yes'); logging.disable(0)
