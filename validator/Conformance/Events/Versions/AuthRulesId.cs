namespace Conformance.Events.Versions;

/// <summary>The sets of authorisation rules, each named after the first room version that has it.</summary>
public enum AuthRulesId
{
    /// <summary>With rules for aliases and for redactions.</summary>
    V1,

    /// <summary>Without the rule for redactions.</summary>
    V3,

    /// <summary>Without the rule for aliases; changes of <c>notifications</c> are checked.</summary>
    V6,

    /// <summary>With knocking.</summary>
    V7,

    /// <summary>With restricted joins.</summary>
    V8,

    /// <summary>With <c>knock_restricted</c>; power levels are integers.</summary>
    V10,

    /// <summary>The create event needs no <c>creator</c>.</summary>
    V11,

    /// <summary>Creators outrank all; the create event is never among the auth events.</summary>
    V12,
}
