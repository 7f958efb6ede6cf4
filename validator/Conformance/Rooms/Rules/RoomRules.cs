using System.Collections.Immutable;

namespace Conformance.Rooms.Rules;

/// <summary>The rules about rooms.</summary>
internal static class RoomRules
{
    /// <summary>All of them, in the order in which their findings are reported.</summary>
    public static ImmutableArray<IRoomGraphRule> All { get; } =
    [
        new HSH006(), new DAG001(), new DAG002(), new DAG003(), new DAG004(), new DAG005(), new DAG006(), new DAG007(), new DAG008(),
        new AUT001(), new AUT002(), new AUT003(), new AUT004(), new AUT005(), new AUT006(), new STA001(),
        new STA002(), new STA003(), new STA004(), new STA005(),
    ];
}
