namespace Conformance.Rooms.Authorisation;

/// <summary>A state that the rules look events up in.</summary>
internal interface IAuthState
{
    /// <summary>The event in a slot; -1 when there is none. Slots below 0 are empty.</summary>
    int this[int slot] { get; }
}
