using Conformance.Rooms.Facts;

namespace Conformance.Rooms.Authorisation;

/// <content>Changes of power levels.</content>
internal sealed partial class AuthRules
{
    private AuthVerdict CheckPowerLevels(int index, in Powers powers)
    {
        PowerLevels next = room.FactsOf<PowerLevels>(index)!;
        AuthRule fault = next.Fault switch
        {
            PowerLevelFault.OutOfRange => AuthRule.LevelsOutOfRange,
            PowerLevelFault.BadLevel => AuthRule.LevelsNotInteger,
            PowerLevelFault.BadMap => AuthRule.LevelsMapNotIntegers,
            PowerLevelFault.BadUsers => AuthRule.LevelsUsers,
            _ => AuthRule.None,
        };
        if (fault != AuthRule.None)
        {
            return Refused(fault);
        }

        if (_rules.CreateGivesRoomId && NamesCreator(next, powers))
        {
            return Refused(AuthRule.LevelsCreator);
        }

        if (powers.Levels is not { } current)
        {
            return Allowed(AuthRule.LevelsFirst);
        }

        int sender = room.SenderOf(index);
        long power = powers.Of(sender);
        AuthRule rule = CheckSingle(current, next, power);
        if (rule == AuthRule.None)
        {
            rule = CheckEvents(current, next, power);
        }

        if (rule == AuthRule.None)
        {
            rule = CheckMap(current.Users, next.Users, power - 1, power, sender, AuthRule.LevelsUserCurrent, AuthRule.LevelsUserNew);
        }

        return rule == AuthRule.None ? Allowed(AuthRule.LevelsAllowed) : Refused(rule);
    }

    private static bool NamesCreator(PowerLevels levels, in Powers powers)
    {
        for (int i = 0; i < levels.Users.Count; i++)
        {
            if (powers.IsCreator(levels.Users[i].Name))
            {
                return true;
            }
        }

        return false;
    }

    private static AuthRule CheckSingle(PowerLevels current, PowerLevels next, long power)
    {
        for (var kind = LevelKind.UsersDefault; kind <= LevelKind.Invite; kind++)
        {
            if (current[kind] == next[kind])
            {
                continue;
            }

            if (current[kind] > power)
            {
                return AuthRule.LevelsCurrent;
            }

            if (next[kind] > power)
            {
                return AuthRule.LevelsNew;
            }
        }

        return AuthRule.None;
    }

    // All current values first, then all new ones, as the specification has them.
    private AuthRule CheckEvents(PowerLevels current, PowerLevels next, long power)
    {
        AuthRule rule = CheckCurrent(current.Events, next.Events, power, exempt: -1, AuthRule.LevelsEventCurrent);
        if (rule == AuthRule.None && _rules.GuardsNotifications)
        {
            rule = CheckCurrent(current.Notifications, next.Notifications, power, exempt: -1, AuthRule.LevelsEventCurrent);
        }

        if (rule == AuthRule.None)
        {
            rule = CheckNew(current.Events, next.Events, power, AuthRule.LevelsEventNew);
        }

        return rule == AuthRule.None && _rules.GuardsNotifications
            ? CheckNew(current.Notifications, next.Notifications, power, AuthRule.LevelsEventNew)
            : rule;
    }

    private static AuthRule CheckMap(LevelMap current, LevelMap next, long most, long power, int exempt, AuthRule old, AuthRule set)
    {
        AuthRule rule = CheckCurrent(current, next, most, exempt, old);
        return rule == AuthRule.None ? CheckNew(current, next, power, set) : rule;
    }

    /// <summary>Entries that are changed or removed must not be above a level now.</summary>
    private static AuthRule CheckCurrent(LevelMap current, LevelMap next, long most, int exempt, AuthRule rule)
    {
        for (int i = 0; i < current.Count; i++)
        {
            (int name, long level) = current[i];
            if (level > most && name != exempt && next.Find(name) != level)
            {
                return rule;
            }
        }

        return AuthRule.None;
    }

    /// <summary>Entries that are added or changed must not be above a level then.</summary>
    private static AuthRule CheckNew(LevelMap current, LevelMap next, long most, AuthRule rule)
    {
        for (int i = 0; i < next.Count; i++)
        {
            (int name, long level) = next[i];
            if (level > most && current.Find(name) != level)
            {
                return rule;
            }
        }

        return AuthRule.None;
    }
}
