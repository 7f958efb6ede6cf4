using Conformance.Events.Versions;

namespace Conformance.Rooms.Authorisation;

/// <summary>What the sets of authorisation rules differ in, as data.</summary>
/// <param name="CreateNeedsCreator">A create event must name its creator.</param>
/// <param name="CreateGivesRoomId">The room ID follows from the create event, which has none and is no auth event.</param>
/// <param name="HasAliases">There is a rule for <c>m.room.aliases</c>.</param>
/// <param name="HasRedaction">There is a rule for <c>m.room.redaction</c>.</param>
/// <param name="GuardsNotifications">Changes of <c>notifications</c> are checked as those of <c>events</c>.</param>
/// <param name="HasKnocking">There is knocking.</param>
/// <param name="HasRestricted">There are restricted joins.</param>
/// <param name="HasKnockRestricted">There is the join rule <c>knock_restricted</c>.</param>
internal sealed record AuthRuleSet(
    bool CreateNeedsCreator,
    bool CreateGivesRoomId,
    bool HasAliases,
    bool HasRedaction,
    bool GuardsNotifications,
    bool HasKnocking,
    bool HasRestricted,
    bool HasKnockRestricted)
{
    private static readonly AuthRuleSet V1 = new(
        CreateNeedsCreator: true,
        CreateGivesRoomId: false,
        HasAliases: true,
        HasRedaction: true,
        GuardsNotifications: false,
        HasKnocking: false,
        HasRestricted: false,
        HasKnockRestricted: false);

    private static readonly AuthRuleSet V3 = V1 with { HasRedaction = false };
    private static readonly AuthRuleSet V6 = V3 with { HasAliases = false, GuardsNotifications = true };
    private static readonly AuthRuleSet V7 = V6 with { HasKnocking = true };
    private static readonly AuthRuleSet V8 = V7 with { HasRestricted = true };
    private static readonly AuthRuleSet V10 = V8 with { HasKnockRestricted = true };
    private static readonly AuthRuleSet V11 = V10 with { CreateNeedsCreator = false };
    private static readonly AuthRuleSet V12 = V11 with { CreateGivesRoomId = true };

    /// <summary>The data of a set of rules.</summary>
    public static AuthRuleSet Of(AuthRulesId id) => id switch
    {
        AuthRulesId.V1 => V1,
        AuthRulesId.V3 => V3,
        AuthRulesId.V6 => V6,
        AuthRulesId.V7 => V7,
        AuthRulesId.V8 => V8,
        AuthRulesId.V10 => V10,
        AuthRulesId.V11 => V11,
        AuthRulesId.V12 => V12,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };
}
