namespace Conformance.Profiles.Federation;

/// <summary>What the PDUs in a place of a request or an answer are there for.</summary>
internal enum PduRole
{
    /// <summary>The one event that the exchange is about: the join that is sent, or handed back.</summary>
    Event,

    /// <summary>The state of a room at a point, no two events of one type and state key.</summary>
    State,

    /// <summary>Auth chains of other events.</summary>
    AuthChain,

    /// <summary>Events of a room, in no given order.</summary>
    History,

    /// <summary>Events of any rooms, on their way.</summary>
    Transaction,
}
